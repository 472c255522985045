/** What two nodes have heard by a hop: |F(v)|, |F(w)| and |F(v) ∩ F(w)|, F the receptive field of a node. */
export interface SharedField {
  own: number;
  other: number;
  both: number;
  either: number;
}

/** @param v @param w (N) hops from which each node is heard by the one and by the other, −1 never. */
export function sharedField(v: Int32Array, w: Int32Array, hop: number): SharedField {
  const field = { own: 0, other: 0, both: 0, either: 0 };
  for (let node = 0; node < v.length; node++) {
    const own = v[node] >= 0 && v[node] <= hop;
    const other = w[node] >= 0 && w[node] <= hop;
    if (own) field.own++;
    if (other) field.other++;
    if (own && other) field.both++;
    if (own || other) field.either++;
  }
  return field;
}

/** The first hop at which they have heard a node in common; null when they never do. */
export function firstShared(v: Int32Array, w: Int32Array): number | null {
  let first = Number.POSITIVE_INFINITY;
  for (let node = 0; node < v.length; node++) {
    if (v[node] >= 0 && w[node] >= 0) first = Math.min(first, Math.max(v[node], w[node]));
  }
  return Number.isFinite(first) ? first : null;
}

/** (hops+1) how many nodes are heard by hop 0, 1, …, by both where there are two. */
export function heardBy(hops: number, v: Int32Array, w: Int32Array = v): number[] {
  const first = new Array<number>(hops + 1).fill(0);
  for (let node = 0; node < v.length; node++) {
    if (v[node] < 0 || w[node] < 0) continue;
    const hop = Math.max(v[node], w[node]);
    if (hop <= hops) first[hop]++;
  }
  let sum = 0;
  return first.map((count) => {
    sum += count;
    return sum;
  });
}
