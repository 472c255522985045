/** Edges as parallel lists of node indices. */
export interface EdgeColumns {
  source: ArrayLike<number>;
  target: ArrayLike<number>;
  /** Null where every edge weighs 1. */
  weight: ArrayLike<number> | null;
}

export interface EdgeLists {
  source: number[];
  target: number[];
  weight: number[] | null;
}

/**
 * Matrices hold an undirected edge as two entries, (i, j) and (j, i), and a citation as one. Each entry whose opposite has come
 * before is merged into it, and the larger weight stays, as in max(A, Aᵀ). Self-loops are kept, and so are entries repeated in the
 * same direction.
 */
export function mergeOpposites({ source, target, weight }: EdgeColumns, nodeCount: number): EdgeLists {
  const merged: EdgeLists = { source: [], target: [], weight: weight ? [] : null };
  /** Edges kept that have not met their opposite, by source · N + target. */
  const waiting = new Map<number, number[]>();
  for (let e = 0; e < source.length; e++) {
    const [i, j] = [source[e] as number, target[e] as number];
    const opposite = i === j ? undefined : waiting.get(j * nodeCount + i)?.pop();
    if (opposite !== undefined) {
      if (merged.weight && weight)
        merged.weight[opposite] = Math.max(merged.weight[opposite] ?? 0, weight[e] as number);
      continue;
    }
    const own = i * nodeCount + j;
    const same = waiting.get(own);
    if (same) same.push(merged.source.length);
    else waiting.set(own, [merged.source.length]);
    merged.source.push(i);
    merged.target.push(j);
    if (merged.weight && weight) merged.weight.push(weight[e] as number);
  }
  return merged;
}
