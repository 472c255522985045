import type { FeatureMatrix, Graph } from '../graph';
import { GraphError, grouped } from '../graph-error';
import { MAX_NODES } from '../limits';
import { stackRows } from '../matrix-rows';
import { inducedSubgraph } from '../samples/induced';
import { besideNeighbours } from './beside';
import { addEdges } from './edges';
import { originOf } from './origin';

/** A node behind those there are, with an edge to each of `to`. Its features are 0; class, type and attributes are not known. */
export function addNode(graph: Graph, id: string, to: number[], relation?: string): Graph {
  const { nodeCount, nodeType, graphId, labels, positions, features } = graph;
  if (nodeCount >= MAX_NODES) {
    throw new GraphError(`this graph has ${grouped(MAX_NODES)} nodes, as many as there may be; remove one first`);
  }
  const origin = originOf(graph);
  const withNode: Graph = {
    ...graph,
    nodeCount: nodeCount + 1,
    ids: [...graph.ids, id],
    nodeType: nodeType && with1(nodeType, -1),
    features: features && withZeroRow(features),
    labels: labels && with1(labels, -1),
    graphId: graphId && with1(graphId, graphId[to[0] ?? nodeCount - 1]),
    positions: positions && Float32Array.from([...positions, 0, 0]),
    attributes: Object.fromEntries(Object.entries(graph.attributes).map(([name, column]) => [name, [...column, null]])),
    origin: { number: with1(origin.number, origin.next), next: origin.next + 1 },
  };
  const edited = addEdges(
    withNode,
    to.map((node) => [nodeCount, node] as const),
    relation,
  );
  return positions ? { ...edited, positions: besideNeighbours(edited, positions) } : edited;
}

/** All but that node, and all edges but its own. */
export function removeNode(graph: Graph, node: number): Graph {
  if (graph.nodeCount === 1) {
    throw new GraphError('this is the last node; a graph without nodes has nothing to compute. Add another one first');
  }
  const kept = Int32Array.from({ length: graph.nodeCount - 1 }, (_, v) => (v < node ? v : v + 1));
  const origin = originOf(graph);
  return { ...inducedSubgraph(graph, kept), origin: { ...origin, number: kept.map((v) => origin.number[v]) } };
}

function with1(values: Int32Array, more: number): Int32Array {
  return Int32Array.from({ length: values.length + 1 }, (_, i) => values[i] ?? more);
}

function withZeroRow(features: FeatureMatrix): FeatureMatrix {
  const { columns } = features;
  const none: FeatureMatrix =
    features.kind === 'dense'
      ? { kind: 'dense', rows: 1, columns, data: new Float32Array(columns) }
      : { kind: 'sparse', rows: 1, columns, pointer: new Int32Array(2), index: new Int32Array(), value: null };
  return stackRows<FeatureMatrix>([features, none], 'features');
}
