import { seededRandom } from '../../graph/random';
import type { SparsePattern } from '../kernels/sparse-operand';

/** Sparse matrices with every oddity a graph may have. */
export const PATTERNS: Record<string, SparsePattern> = {
  'no entries': fromPairs(3, 3, []),
  'no rows': fromPairs(0, 3, []),
  'no columns': fromPairs(3, 0, []),
  'a single node': fromPairs(1, 1, []),
  'a single self-loop': fromPairs(1, 1, [[0, 0]]),
  'isolated nodes, self-loops, duplicates, one direction only': fromPairs(6, 6, [
    [1, 0],
    [1, 0],
    [1, 1],
    [2, 1],
    [2, 5],
    [5, 5],
    [5, 5],
  ]),
  'more columns than rows': fromPairs(2, 7, [
    [0, 6],
    [1, 3],
    [1, 0],
  ]),
  'more rows than columns': fromPairs(7, 2, [
    [6, 0],
    [3, 1],
    [0, 1],
  ]),
  'random, 300 nodes': randomPattern(300, 2500),
  'a hub with exactly 256 entries': hub(256),
  'a hub with 257 entries': hub(257),
  'a hub with 70,000 entries': hub(70_000),
};

/** From (row, column) pairs in any order; those of one row keep theirs. */
export function fromPairs(rows: number, columns: number, pairs: [row: number, column: number][]): SparsePattern {
  const sorted = pairs.toSorted((a, b) => a[0] - b[0]);
  const pointer = new Int32Array(rows + 1);
  for (const [row] of sorted) pointer[row + 1]++;
  for (let r = 0; r < rows; r++) pointer[r + 1] += pointer[r];
  return { rows, columns, pointer, index: Int32Array.from(sorted, ([, column]) => column) };
}

function randomPattern(nodes: number, entries: number): SparsePattern {
  const random = seededRandom(11);
  return fromPairs(
    nodes,
    nodes,
    Array.from({ length: entries }, () => [random.below(nodes), random.below(nodes)]),
  );
}

/** Row 2 of 5 has `entries` entries over 100 columns; so the transpose has long rows too when there are many. */
function hub(entries: number): SparsePattern {
  const pairs = Array.from({ length: entries }, (_, p): [number, number] => [2, (p * 7) % 100]);
  return fromPairs(5, 100, [...pairs, [4, 99], [0, 1]]);
}

export function randomArray(length: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length }, () => random.normal());
}

/** Largest |a − b|; Infinity when a value is not a number or the lengths differ. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(a[i] - b[i]);
    if (!(difference <= most)) most = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
  }
  return most;
}

/** `relative` · max(1, max |reference|): the tolerance of numbers checked against a reference. */
export function tolerance(reference: ArrayLike<number>, relative: number): number {
  let most = 1;
  for (let i = 0; i < reference.length; i++) most = Math.max(most, Math.abs(reference[i]));
  return relative * most;
}
