import type { Directions } from './sums';

/**
 * `meanCosine`: the mean cosine over pairs of non-zero rows, (‖Σ x̂_i‖² − n)/(n(n−1)), exact in O(N·C). Written by the
 * spread of the directions it is 1 − spread/(n−1), which loses nothing as the rows align. Null for fewer than two such rows.
 */
export function meanCosine({ nonZero, spread }: Directions): number | null {
  return nonZero < 2 ? null : 1 - spread / (nonZero - 1);
}
