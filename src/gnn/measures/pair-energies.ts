import type { Neighbourhood } from './neighbourhood';
import { normalisedTerm } from './normalised-dirichlet-energy';
import type { RowDistance } from './row-distance';

/** Sums over all pairs of neighbours, each pair once. */
export interface PairEnergies {
  /** Σ ‖x_i − x_j‖²; exactly 0 when neighbours are equal. */
  plain: number;
  /** Σ ã_ij ‖x_i/√d̃_i − x_j/√d̃_j‖² */
  normalised: number;
}

/** @param squares (N) ‖x_i‖² */
export function pairEnergies(
  distance: RowDistance,
  squares: Float64Array,
  { pointer, other, weight, scale }: Pick<Neighbourhood, 'pointer' | 'other' | 'weight' | 'scale'>,
): PairEnergies {
  let [plain, normalised] = [0, 0];
  for (let i = 0; i + 1 < pointer.length; i++) {
    for (let at = pointer[i]; at < pointer[i + 1]; at++) {
      const j = other[at];
      const [s, t] = [scale[i], scale[j]];
      const square = distance(i, j);
      plain += square;
      normalised += weight[at] * (normalisedTerm(square, s, t, squares[i], squares[j]) ?? distance(i, j, s, t));
    }
  }
  return { plain, normalised };
}
