import type { Graph } from '../../graph/graph';

/**
 * The structure that measures read: every pair of different nodes with an edge between them, once. Direction, weights,
 * duplicates and self-loops are left out, so a measure depends on how alike neighbours are and not on how a file wrote
 * them down. The normalised energy alone is defined by Ã and takes those in (`weighted-energy.ts`).
 */
export interface Neighbourhood {
  nodeCount: number;
  /** (N+1) node i is paired with other[pointer[i]] … other[pointer[i+1]−1]. */
  pointer: Int32Array;
  /** (pairs) the second node of each pair, always the larger index. */
  other: Int32Array;
  /** Most pairs that one node is the first of. */
  longest: number;
  /** (N) distinct neighbours of each node. */
  degree: Int32Array;
  /** (N) 1/√d̃, d̃ = degree + 1. */
  scale: Float64Array;
}

export function neighbourhoodOf(graph: Graph): Neighbourhood {
  const { nodeCount, edgeCount } = graph;
  const room = new Int32Array(nodeCount + 1);
  for (let e = 0; e < edgeCount; e++) {
    if (graph.source[e] !== graph.target[e]) room[Math.min(graph.source[e], graph.target[e]) + 1]++;
  }
  for (let i = 0; i < nodeCount; i++) room[i + 1] += room[i];
  const listed = new Int32Array(room[nodeCount]);
  const next = room.slice(0, nodeCount);
  for (let e = 0; e < edgeCount; e++) {
    const [i, j] = [graph.source[e], graph.target[e]];
    if (i !== j) listed[next[Math.min(i, j)]++] = Math.max(i, j);
  }

  const pointer = new Int32Array(nodeCount + 1);
  const degree = new Int32Array(nodeCount);
  const seenBy = new Int32Array(nodeCount).fill(-1);
  let kept = 0;
  let longest = 0;
  for (let i = 0; i < nodeCount; i++) {
    for (let at = room[i]; at < room[i + 1]; at++) {
      const j = listed[at];
      if (seenBy[j] === i) continue;
      seenBy[j] = i;
      listed[kept++] = j;
      degree[i]++;
      degree[j]++;
    }
    pointer[i + 1] = kept;
    longest = Math.max(longest, kept - pointer[i]);
  }
  const scale = Float64Array.from(degree, (count) => 1 / Math.sqrt(count + 1));
  return { nodeCount, pointer, other: listed.slice(0, kept), longest, degree, scale };
}
