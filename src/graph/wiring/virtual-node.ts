import type { Graph } from '../graph';
import { withAddedEdges } from './added-edges';

/**
 * The graph with one more node, joined to every other by an edge in both directions, in each graph of a union its own: the
 * virtual node of Gilmer, Schoenholz, Riley, Vinyals & Dahl, "Neural Message Passing for Quantum Chemistry", ICML 2017,
 * arXiv 1704.01212, as PyTorch Geometric's transform `VirtualNode` makes it. So any two nodes are two hops apart at most.
 *
 * It comes after the graph's own nodes, has neither class nor attributes, and starts from a row of zeros: the model adds that.
 * O(N + E).
 */
export function withVirtualNodes(graph: Graph): Graph {
  const { nodeCount, graphCount, graphId } = graph;
  const hub = (node: number) => nodeCount + (graphId?.[node] ?? 0);
  const nodes = Int32Array.from({ length: nodeCount }, (_, v) => v);
  const hubs = nodes.map(hub);
  const rows = nodeCount + graphCount;
  const added = graph.directed
    ? { source: [...nodes, ...hubs], target: [...hubs, ...nodes] }
    : { source: nodes, target: hubs };
  const names = Array.from({ length: graphCount }, (_, g) => (graphCount === 1 ? 'virtual node' : `${g}/virtual node`));
  const grown = (own: Int32Array | null, of: (g: number) => number) =>
    own && Int32Array.from({ length: rows }, (_, v) => (v < nodeCount ? own[v] : of(v - nodeCount)));
  return {
    ...withAddedEdges(graph, null, added),
    nodeCount: rows,
    ids: [...graph.ids, ...names.map((name) => unlike(graph.ids, name))],
    nodeType: grown(graph.nodeType, () => -1),
    features: null,
    labels: grown(graph.labels, () => -1),
    graphId: grown(graphId, (g) => g),
    positions: null,
    attributes: {},
  };
}

/** A name that no node has. */
function unlike(ids: readonly string[], name: string): string {
  return ids.includes(name) ? unlike(ids, `${name}′`) : name;
}
