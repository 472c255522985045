import { adjacencyOf } from './adjacency';
import type { Graph } from './graph';

/**
 * From how many hops away `node` hears each node: 0 is itself, −1 is never. Messages run source → target, so this walks
 * the incoming arcs backwards, breadth first.
 *
 * @returns (N)
 */
export function hopsFrom(graph: Graph, node: number): Int32Array {
  if (!Number.isInteger(node) || node < 0 || node >= graph.nodeCount) {
    throw new RangeError(`node index ${node} is out of range 0…${graph.nodeCount - 1}`);
  }
  const { pointer, source } = adjacencyOf(graph);
  const hops = new Int32Array(graph.nodeCount).fill(-1);
  const queue = new Int32Array(graph.nodeCount);
  let tail = 0;
  hops[node] = 0;
  queue[tail++] = node;
  for (let head = 0; head < tail; head++) {
    const v = queue[head];
    for (let arc = pointer[v]; arc < pointer[v + 1]; arc++) {
      const u = source[arc];
      if (hops[u] >= 0) continue;
      hops[u] = hops[v] + 1;
      queue[tail++] = u;
    }
  }
  return hops;
}
