import type { Directions } from './directions';

/** All that the measures need of single rows, from two passes over the embedding. Sums are in float64. */
export interface RowSummary extends Directions {
  /** (N) ‖x_i‖² */
  squaredLengths: Float64Array;
  /** ‖X‖²_F; not finite exactly when a value of X is not, and then nothing below is computed. */
  squaredNorm: number;
  /** (C) Σ_i |x_ic| */
  absoluteSums: Float64Array;
  /** ‖X − 1·mean‖²_F */
  aboutMean: number;
  /** ‖X − U Uᵀ X‖²_F */
  aboutSubspace: number;
}
