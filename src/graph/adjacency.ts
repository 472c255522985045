import type { Graph } from './graph';

/**
 * How edges become messages, in both orders a kernel wants them.
 *
 * An arc carries one message source → target. A directed edge is one arc; an undirected edge is two, except an undirected
 * self-loop, which is one. Duplicate edges stay duplicate arcs. A arcs are numbered in CSR order: by target, and within a
 * target in the order the edges were given.
 */
export interface Adjacency {
  nodeCount: number;
  arcCount: number;
  /** CSR by target. (N+1): node v hears arcs pointer[v] … pointer[v+1]−1. */
  pointer: Int32Array;
  /** (A) the node each arc comes from. */
  source: Int32Array;
  /** (A) the edge as given that each arc belongs to: where its weight, relation and features stand. */
  edge: Int32Array;
  /** CSC by source. (N+1): node u sends outPointer[u] … outPointer[u+1]−1. */
  outPointer: Int32Array;
  /** (A) the node each message goes to, in CSC order: ascending within a source. */
  outTarget: Int32Array;
  /** (A) the CSR number of each arc, in CSC order. */
  outArc: Int32Array;
}

const cache = new WeakMap<Graph, Adjacency>();

/** Built once a graph by two counting sorts, O(N + E), and kept for as long as the graph is. */
export function adjacencyOf(graph: Graph): Adjacency {
  let adjacency = cache.get(graph);
  if (!adjacency) {
    adjacency = build(graph);
    cache.set(graph, adjacency);
  }
  return adjacency;
}

function build(graph: Graph): Adjacency {
  const { nodeCount, edgeCount, directed } = graph;
  const pointer = new Int32Array(nodeCount + 1);
  const outPointer = new Int32Array(nodeCount + 1);
  const bothWays = (e: number) => !directed && graph.source[e] !== graph.target[e];

  for (let e = 0; e < edgeCount; e++) {
    pointer[graph.target[e] + 1]++;
    outPointer[graph.source[e] + 1]++;
    if (bothWays(e)) {
      pointer[graph.source[e] + 1]++;
      outPointer[graph.target[e] + 1]++;
    }
  }
  for (let v = 0; v < nodeCount; v++) {
    pointer[v + 1] += pointer[v];
    outPointer[v + 1] += outPointer[v];
  }

  const arcCount = pointer[nodeCount];
  const source = new Int32Array(arcCount);
  const edge = new Int32Array(arcCount);
  const next = pointer.slice(0, nodeCount);
  const place = (from: number, to: number, e: number) => {
    const arc = next[to]++;
    source[arc] = from;
    edge[arc] = e;
  };
  for (let e = 0; e < edgeCount; e++) {
    place(graph.source[e], graph.target[e], e);
    if (bothWays(e)) place(graph.target[e], graph.source[e], e);
  }

  const outTarget = new Int32Array(arcCount);
  const outArc = new Int32Array(arcCount);
  const nextOut = outPointer.slice(0, nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    for (let arc = pointer[v]; arc < pointer[v + 1]; arc++) {
      const slot = nextOut[source[arc]]++;
      outTarget[slot] = v;
      outArc[slot] = arc;
    }
  }
  return { nodeCount, arcCount, pointer, source, edge, outPointer, outTarget, outArc };
}
