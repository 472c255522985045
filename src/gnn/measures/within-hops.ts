import type { Neighbourhood } from './neighbourhood';

/** Nodes followed at once: one bit of a 32-bit number each. */
export const ANCHORS_A_PASS = 32;

/**
 * For up to 32 anchors at once, which nodes lie within 0…`hops` hops of them: yields (N) masks hop by hop, bit k for
 * anchors[k]. The array is overwritten by the next hop. Each hop is one sweep over the pairs, O(N + pairs).
 */
export function* withinHops(
  { nodeCount, pointer, other }: Neighbourhood,
  anchors: ArrayLike<number>,
  hops: number,
): Generator<Int32Array<ArrayBuffer>> {
  const seen = new Int32Array(nodeCount);
  const next = new Int32Array(nodeCount);
  for (let k = 0; k < anchors.length; k++) seen[anchors[k]] |= 1 << k;
  yield seen;
  for (let hop = 1; hop <= hops; hop++) {
    next.set(seen);
    for (let i = 0; i < nodeCount; i++) {
      let heard = next[i];
      for (let at = pointer[i]; at < pointer[i + 1]; at++) {
        heard |= seen[other[at]];
        next[other[at]] |= seen[i];
      }
      next[i] = heard;
    }
    seen.set(next);
    yield seen;
  }
}
