import type { Graph } from '../../graph/graph';

/**
 * The structure that measures read: every pair of different nodes with an edge between them, once. Direction, duplicates and
 * self-loops are left out, so a measure depends on how alike neighbours are and not on how a file wrote them down. The
 * normalised energy alone is defined by Ã, and reads `weight` and `scale`.
 */
export interface Neighbourhood {
  nodeCount: number;
  /** (N+1) node i is paired with other[pointer[i]] … other[pointer[i+1]−1]. */
  pointer: Int32Array;
  /** (pairs) the second node of each pair, always the larger index. */
  other: Int32Array;
  /** (N) distinct neighbours of each node. */
  degree: Int32Array;
  /** (pairs) ã: the weights of the edges that join the pair, duplicates added; 1 on a directed graph without weights. */
  weight: Float64Array;
  /** (N) 1/√d̃, d̃ the sum of ã over a node's pairs and its self-loop's weight, 1 without one; 0 where that is not above 0. */
  scale: Float64Array;
}

export function neighbourhoodOf(graph: Graph): Neighbourhood {
  const { nodeCount, edgeCount, source, target } = graph;
  const room = new Int32Array(nodeCount + 1);
  for (let e = 0; e < edgeCount; e++) if (source[e] !== target[e]) room[Math.min(source[e], target[e]) + 1]++;
  for (let i = 0; i < nodeCount; i++) room[i + 1] += room[i];
  const other = new Int32Array(room[nodeCount]);
  const weight = new Float64Array(room[nodeCount]);
  const scale = new Float64Array(nodeCount).fill(1);
  const next = room.slice(0, nodeCount);
  for (let e = 0; e < edgeCount; e++) {
    const [i, j, own] = [source[e], target[e], graph.weight ? graph.weight[e] : 1];
    if (i === j) scale[i] = own;
    else {
      const at = next[Math.min(i, j)]++;
      other[at] = Math.max(i, j);
      weight[at] = own;
    }
  }

  // Both arrays close up as duplicates join the place of the first.
  const duplicatesAdd = graph.weight !== null || !graph.directed;
  const pointer = new Int32Array(nodeCount + 1);
  const degree = new Int32Array(nodeCount);
  const place = new Int32Array(nodeCount).fill(-1);
  let kept = 0;
  for (let i = 0; i < nodeCount; i++) {
    for (let at = room[i]; at < room[i + 1]; at++) {
      const [j, own] = [other[at], weight[at]];
      const first = place[j] < pointer[i];
      if (first) {
        place[j] = kept++;
        other[place[j]] = j;
        weight[place[j]] = 0;
        degree[i]++;
        degree[j]++;
      }
      if (first || duplicatesAdd) weight[place[j]] += own;
    }
    pointer[i + 1] = kept;
    for (let at = pointer[i]; at < kept; at++) {
      scale[i] += weight[at];
      scale[other[at]] += weight[at];
    }
  }
  for (let i = 0; i < nodeCount; i++) scale[i] = scale[i] > 0 ? 1 / Math.sqrt(scale[i]) : 0;
  return { nodeCount, pointer, other: other.slice(0, kept), degree, weight: weight.slice(0, kept), scale };
}
