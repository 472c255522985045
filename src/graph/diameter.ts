import { adjacencyOf } from './adjacency';
import type { Graph } from './graph';
import { hearInParallel, LISTENERS_A_PASS } from './parallel-bfs';

/** Above this many nodes the search from every node is no longer cheap. */
const MOST_NODES = 4000;

/**
 * The most hops it takes any node to hear any other. Null when some never do, for the graph is then not (strongly)
 * connected, and above 4,000 nodes, where it is not computed.
 */
export function diameter(graph: Graph): number | null {
  const { nodeCount } = graph;
  if (nodeCount === 0 || nodeCount > MOST_NODES) return null;
  const nodes = Int32Array.from({ length: nodeCount }, (_, v) => v);
  const adjacency = adjacencyOf(graph);
  let longest = 0;
  for (let first = 0; first < nodeCount; first += LISTENERS_A_PASS) {
    const listeners = nodes.subarray(first, first + LISTENERS_A_PASS);
    let pairs = 0;
    hearInParallel(adjacency, listeners, nodeCount, (hop, heard) => {
      longest = Math.max(longest, hop);
      for (const count of heard) pairs += count;
    });
    if (pairs < listeners.length * nodeCount) return null;
  }
  return longest;
}
