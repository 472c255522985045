import type Graphology from 'graphology';
import { MultiDirectedGraph, MultiUndirectedGraph } from 'graphology';
import type { Graph } from './graph';
import { nodeName } from './graph';
import type { PlainEdgeObject, PlainGraph, PlainNode } from './plain';

export interface BridgeOptions {
  /**
   * `all` (default) carries every column, type and class, as a file would, nodes under their ids. `drawn` carries only what
   * the graph decides about its picture (label, x, y, weight, relation), nodes under their numbers, as the scene counts
   * them: a file's own "type", "size" or "hidden" must not reach the renderer.
   */
  attributes?: 'all' | 'drawn';
}

/**
 * The graph in graphology, which holds it on the page: nodes in order, edges in order under their number,
 * with duplicates, self-loops and direction. Features, split and union stay behind, and so does an attribute called
 * "__proto__", which graphology cannot hold.
 */
export function toGraphology(graph: Graph, { attributes = 'all' }: BridgeOptions = {}): Graphology {
  const all = attributes === 'all';
  const result = new (graph.directed ? MultiDirectedGraph : MultiUndirectedGraph)();
  if (all) result.setAttribute('name', graph.name);
  const keyOf = (node: number) => (all ? graph.ids[node] : String(node));
  const nodeColumns = all ? Object.entries(graph.attributes) : [];
  const edgeColumns = all ? Object.entries(graph.edgeAttributes) : [];

  for (let i = 0; i < graph.nodeCount; i++) {
    const node: Record<string, unknown> = {};
    for (const [name, column] of nodeColumns) if (column[i] !== null) node[name] = column[i];
    if (all) {
      if (graph.labels && graph.labels[i] >= 0) node.class = graph.classes[graph.labels[i]];
      if (graph.nodeType) node.type = graph.nodeTypes[graph.nodeType[i]];
    } else {
      node.label = nodeName(graph, i);
    }
    if (graph.positions) {
      node.x = graph.positions[2 * i];
      node.y = graph.positions[2 * i + 1];
    }
    result.addNode(keyOf(i), node);
  }
  for (let e = 0; e < graph.edgeCount; e++) {
    const edge: Record<string, unknown> = {};
    for (const [name, column] of edgeColumns) if (column[e] !== null) edge[name] = column[e];
    if (graph.weight) edge.weight = graph.weight[e];
    if (graph.relation) edge.relation = graph.relations[graph.relation[e]];
    result.addEdgeWithKey(String(e), keyOf(graph.source[e]), keyOf(graph.target[e]), edge);
  }
  return result;
}

/**
 * A graphology graph in plain form; attributes stay attributes, an attribute called "id" gives way to the node's key, and
 * edge keys are dropped. In a mixed graph an undirected edge becomes two directed ones (a self-loop one).
 */
export function fromGraphology(source: Graphology): PlainGraph {
  const nodes: PlainNode[] = source.mapNodes((key, attributes) => ({ ...attributes, id: key }));
  const directed = source.directedSize > 0 || source.type === 'directed';
  const edges: PlainEdgeObject[] = [];
  source.forEachEdge((_key, attributes, from, to, _from, _to, undirected) => {
    edges.push({ ...attributes, source: from, target: to });
    if (directed && undirected && from !== to) edges.push({ ...attributes, source: to, target: from });
  });
  const name: unknown = source.getAttribute('name');
  return { ...(typeof name === 'string' ? { name } : {}), directed, nodes, edges };
}
