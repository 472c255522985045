import type { Directions } from './sums';

/**
 * `mad`: the cosine distance 1 − cos, mean over the other nodes in each row, then over rows (Chen et al. 2020,
 * arXiv 1909.03211; their code leaves out distances of exactly 0, which would drop the collapsed pairs). A zero row is at
 * distance 1 from every node, so dead ReLUs look distant: show the count of zero rows beside it. Null for a single node.
 */
export function meanAverageDistance({ rows, nonZero, spread }: Directions): number | null {
  if (rows < 2) return null;
  const pairs = rows * (rows - 1);
  const between = nonZero * (nonZero - 1);
  // The mean distance between non-zero rows is spread/(n−1), so over their n(n−1) pairs it sums to n · spread.
  return (nonZero * spread + (pairs - between)) / pairs;
}
