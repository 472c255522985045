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

/**
 * The nodes that any of `nodes` hears from within so many hops, themselves included, ascending. Looks at no more of the graph
 * than that.
 */
export function heardWithin(graph: Graph, nodes: ArrayLike<number>, hops: number): Int32Array {
  const { pointer, source } = adjacencyOf(graph);
  const heard = new Set(Array.from(nodes));
  let ring = [...heard];
  for (let hop = 0; hop < hops && ring.length > 0; hop++) {
    const next: number[] = [];
    for (const v of ring) {
      for (let arc = pointer[v]; arc < pointer[v + 1]; arc++) {
        if (heard.has(source[arc])) continue;
        heard.add(source[arc]);
        next.push(source[arc]);
      }
    }
    ring = next;
  }
  return Int32Array.from(heard).sort();
}
