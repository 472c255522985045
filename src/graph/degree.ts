import type { Graph } from './graph';

const degrees = new WeakMap<Graph, Int32Array>();

/** (N) edges at each node, in and out together, as given; a self-loop counts once. Computed once a graph. */
export function degreesOf(graph: Graph): Int32Array {
  let degree = degrees.get(graph);
  if (!degree) {
    degree = new Int32Array(graph.nodeCount);
    for (let e = 0; e < graph.edgeCount; e++) {
      degree[graph.source[e]]++;
      if (graph.source[e] !== graph.target[e]) degree[graph.target[e]]++;
    }
    degrees.set(graph, degree);
  }
  return degree;
}

/** The largest of them; 0 without edges. */
export function largestDegree(graph: Graph): number {
  return degreesOf(graph).reduce((most, degree) => Math.max(most, degree), 0);
}
