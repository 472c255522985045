import type { FeatureMatrix, Graph } from './graph';
import type { PlainDense, PlainEdge, PlainGraph, PlainNode, PlainSparse } from './plain';

/** The graph in plain form, ready to be written as JSON: `graphFromPlain` makes the same graph of it again. */
export function plainFromGraph(graph: Graph): PlainGraph {
  const plain: PlainGraph = {
    name: graph.name,
    directed: graph.directed,
    nodes: plainNodes(graph),
    edges: plainEdges(graph),
  };
  if (graph.features) plain.features = plainFeatures(graph.features);
  if (graph.featureNames) plain.featureNames = graph.featureNames;
  if (graph.edgeFeatures) {
    const { rows, columns, data } = graph.edgeFeatures;
    plain.edgeFeatures = Array.from({ length: rows }, (_, r) => [...data.subarray(r * columns, (r + 1) * columns)]);
  }
  if (graph.labels) {
    plain.labels = Array.from(graph.labels, (label) => (label < 0 ? null : label));
    plain.classes = graph.classes;
  } else if (graph.attributes.class) {
    // Labels for the whole graph, though empty, keep a mere attribute called "class" from being read as the label.
    plain.labels = graph.ids.map(() => null);
  }
  if (graph.split) {
    const { train, validation, test } = graph.split;
    plain.split = { train: [...train], validation: [...validation], test: [...test] };
  }
  if (graph.relation) plain.relations = graph.relations;
  if (graph.nodeType) plain.nodeTypes = graph.nodeTypes;
  if (graph.graphId) plain.graphIds = [...graph.graphId];
  return plain;
}

function plainNodes({ ids, attributes, nodeType, nodeTypes, positions }: Graph): PlainNode[] {
  const columns = Object.entries(attributes);
  return ids.map((id, i) => {
    const node: PlainNode = { ...Object.fromEntries(columns.map(([name, column]) => [name, column[i]])), id };
    if (nodeType) node.type = nodeTypes[nodeType[i]];
    if (positions) {
      node.x = positions[2 * i];
      node.y = positions[2 * i + 1];
    }
    return node;
  });
}

function plainEdges({ edgeCount, source, target, weight, relation, relations, edgeAttributes }: Graph): PlainEdge[] {
  const columns = Object.entries(edgeAttributes);
  return Array.from({ length: edgeCount }, (_, e): PlainEdge => {
    if (columns.length === 0) {
      if (relation) return [source[e], target[e], weight ? weight[e] : 1, relations[relation[e]]];
      return weight ? [source[e], target[e], weight[e]] : [source[e], target[e]];
    }
    return {
      ...Object.fromEntries(columns.map(([name, column]) => [name, column[e]])),
      source: source[e],
      target: target[e],
      ...(weight ? { weight: weight[e] } : {}),
      ...(relation ? { relation: relations[relation[e]] } : {}),
    };
  });
}

function plainFeatures(features: FeatureMatrix): PlainDense | PlainSparse {
  const { rows, columns } = features;
  if (features.kind === 'dense') return { rows, columns, data: [...features.data] };
  const { pointer, index, value } = features;
  const rowsOf = (entries: Int32Array | Float32Array) =>
    Array.from({ length: rows }, (_, r) => [...entries.subarray(pointer[r], pointer[r + 1])]);
  return { columns, indices: rowsOf(index), ...(value ? { values: rowsOf(value) } : {}) };
}
