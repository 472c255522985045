import type { Neighbourhood } from './neighbourhood';
import type { RowDistance } from './row-distance';

/** Sums over all pairs of neighbours, each pair once. */
export interface PairEnergies {
  /** Σ ‖x_i − x_j‖²; exactly 0 when neighbours are equal. */
  plain: number;
  /** Σ ‖x_i/√d̃_i − x_j/√d̃_j‖², d̃ = degree + 1. */
  normalised: number;
}

/**
 * Both energies from one difference a pair. With s = 1/√d̃ each term of the second is
 * s_i s_j ‖x_i − x_j‖² + (s_i − s_j)(s_i ‖x_i‖² − s_j ‖x_j‖²), which rounds at 1e-16 of ‖X‖²: a hundredth of what the
 * rounding of X to float32 leaves in it.
 *
 * @param squaredLengths (N) ‖x_i‖²
 */
export function pairEnergies(
  distance: RowDistance,
  squaredLengths: Float64Array,
  { nodeCount, pointer, other, degree }: Neighbourhood,
): PairEnergies {
  let plain = 0;
  let normalised = 0;
  const scale = Float64Array.from(degree, (count) => 1 / Math.sqrt(count + 1));
  for (let i = 0; i < nodeCount; i++) {
    const s = scale[i];
    const own = s * squaredLengths[i];
    for (let at = pointer[i]; at < pointer[i + 1]; at++) {
      const j = other[at];
      const t = scale[j];
      const square = distance(i, j);
      plain += square;
      normalised += Math.max(0, s * t * square + (s - t) * (own - t * squaredLengths[j]));
    }
  }
  return { plain, normalised };
}
