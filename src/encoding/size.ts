import type { Graph } from '../graph/graph';
import { degreesOf, largestDegree } from './degree';

/**
 * (N) radius of each node in pixels. A typical radius shrinks with N (8 px at 70 nodes, 3 at 3,000, 1.2 at 100,000), and
 * around it the root of the degree decides: from 0.75 of it to 1.5 for the best connected node.
 */
export function nodeSizes(graph: Graph): Float32Array {
  const typical = Math.min(9, Math.max(1.2, 26 / Math.max(1, graph.nodeCount) ** 0.27));
  const largest = Math.max(1, largestDegree(graph));
  return Float32Array.from(degreesOf(graph), (degree) => typical * (0.75 + 0.75 * Math.sqrt(degree / largest)));
}
