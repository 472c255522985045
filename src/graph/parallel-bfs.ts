import type { Adjacency } from './adjacency';

/** Listeners followed at once: one bit of a 32-bit number each. */
export const LISTENERS_A_PASS = 32;

/**
 * Breadth-first search from up to 32 listeners at once, along the messages backwards (Then et al., "The More the Merrier:
 * Efficient Multi-Source Graph Traversal", VLDB 2014). Nodes that several listeners reach at the same hop are visited once.
 *
 * Calls `onHop(hop, heard)` for hop 0, 1, … with how many nodes each listener hears *first* at that hop, (L); the array is
 * reused. Stops after `maxHops`, or when there is no one new to hear.
 */
export function hearInParallel(
  { nodeCount, pointer, source }: Adjacency,
  listeners: ArrayLike<number>,
  maxHops: number,
  onHop: (hop: number, heard: Int32Array) => void,
): void {
  const seen = new Int32Array(nodeCount);
  const next = new Int32Array(nodeCount);
  /** Which listeners hear a node first at the current hop, for the nodes in `frontier`. */
  const fresh = new Int32Array(nodeCount);
  const frontier = new Int32Array(nodeCount);
  const touched = new Int32Array(nodeCount);
  const heard = new Int32Array(listeners.length);
  /** Pairs of a listener and a node it has not heard yet. */
  let missing = listeners.length * nodeCount;
  let frontierSize = 0;
  for (let i = 0; i < listeners.length; i++) {
    const node = listeners[i];
    if (fresh[node] === 0) frontier[frontierSize++] = node;
    fresh[node] |= 1 << i;
    seen[node] |= 1 << i;
  }

  for (let hop = 0; frontierSize > 0; hop++) {
    heard.fill(0);
    for (let k = 0; k < frontierSize; k++) countBits(fresh[frontier[k]], heard);
    onHop(hop, heard);
    for (const count of heard) missing -= count;
    if (hop === maxHops || missing === 0) return;

    let touchedSize = 0;
    for (let k = 0; k < frontierSize; k++) {
      const v = frontier[k];
      const bits = fresh[v];
      for (let arc = pointer[v]; arc < pointer[v + 1]; arc++) {
        const u = source[arc];
        if ((bits & ~seen[u]) === 0) continue;
        if (next[u] === 0) touched[touchedSize++] = u;
        next[u] |= bits;
      }
    }
    frontierSize = touchedSize;
    for (let k = 0; k < touchedSize; k++) {
      const u = touched[k];
      frontier[k] = u;
      fresh[u] = next[u] & ~seen[u];
      seen[u] |= fresh[u];
      next[u] = 0;
    }
  }
}

function countBits(mask: number, counts: Int32Array): void {
  for (let rest = mask; rest !== 0; rest &= rest - 1) counts[31 - Math.clz32(rest & -rest)]++;
}
