import type { Column, Graph } from '../graph';
import { selectRows } from '../matrix-rows';

/**
 * Some nodes of a graph with every edge between two of them, in the order they had. Classes, relations and node types stay
 * those of the whole, so that an index means the same.
 *
 * @param nodes ascending, each once.
 */
export function inducedSubgraph(graph: Graph, nodes: Int32Array): Graph {
  const here = new Int32Array(graph.nodeCount).fill(-1);
  nodes.forEach((node, position) => {
    here[node] = position;
  });
  const inside: number[] = [];
  for (let e = 0; e < graph.edgeCount; e++) {
    if (here[graph.source[e]] >= 0 && here[graph.target[e]] >= 0) inside.push(e);
  }
  const part = (list: Int32Array) => list.filter((node) => here[node] >= 0).map((node) => here[node]);
  const between = withOnlyEdges(graph, Int32Array.from(inside));
  return {
    ...between,
    nodeCount: nodes.length,
    ids: Array.from(nodes, (node) => graph.ids[node]),
    source: between.source.map((node) => here[node]),
    target: between.target.map((node) => here[node]),
    nodeType: pick(graph.nodeType, nodes),
    features: graph.features && selectRows(graph.features, nodes),
    labels: pick(graph.labels, nodes),
    split: graph.split && {
      train: part(graph.split.train),
      validation: part(graph.split.validation),
      test: part(graph.split.test),
    },
    graphId: pick(graph.graphId, nodes),
    positions:
      graph.positions &&
      Float32Array.from({ length: 2 * nodes.length }, (_, k) => graph.positions?.[2 * nodes[k >> 1] + (k & 1)] ?? 0),
    attributes: pickColumns(graph.attributes, nodes),
  };
}

/**
 * All nodes of a graph with some of its edges, and what belongs to those.
 *
 * @param edges ascending, each once.
 */
export function withOnlyEdges(graph: Graph, edges: Int32Array): Graph {
  const weight = graph.weight && Float32Array.from(edges, (e) => graph.weight?.[e] ?? 1);
  return {
    ...graph,
    edgeCount: edges.length,
    source: edges.map((e) => graph.source[e]),
    target: edges.map((e) => graph.target[e]),
    weight: weight?.some((value) => value !== 1) ? weight : null,
    relation: pick(graph.relation, edges),
    edgeFeatures: graph.edgeFeatures && selectRows(graph.edgeFeatures, edges),
    edgeAttributes: pickColumns(graph.edgeAttributes, edges),
  };
}

function pick(values: Int32Array | null, indices: Int32Array): Int32Array | null {
  return values && indices.map((i) => values[i]);
}

function pickColumns(columns: Record<string, Column>, rows: Int32Array): Record<string, Column> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, Array.from(rows, (row) => column[row])]),
  );
}
