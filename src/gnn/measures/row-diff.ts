import { type GroupMean, groupMeans, type PairStrata } from './pair-strata';
import type { RowDistance } from './row-distance';

/**
 * `rowDiff`: (1/N²) Σ_i Σ_j ‖x_i − x_j‖, the mean distance between nodes, each to itself included (Zhao & Akoglu 2020,
 * PairNorm, arXiv 1909.12223). Exact, or from the pairs drawn, with its standard error.
 *
 * @param pairs one group of pairs of different rows
 */
export function rowDiff(distance: RowDistance, rows: number, pairs: PairStrata): GroupMean {
  const [{ mean, error }] = groupMeans(pairs, (i, j) => Math.sqrt(distance(i, j)));
  return { mean: mean * (1 - 1 / rows), error: error * (1 - 1 / rows) };
}
