import type { PairEnergies } from './pair-energies';

/** What the measures of one hop are made from; in float64. */
export interface Sums {
  summary: RowSummary;
  energies: PairEnergies;
}

/** How the rows of an embedding point, whatever their lengths. */
export interface Directions {
  rows: number;
  /** Rows with an entry other than 0; only these point anywhere. */
  nonZero: number;
  /** Σ ‖x̂ − mean x̂‖² over those rows, x̂ = x/‖x‖: 0 when all point one way. */
  spread: number;
}

/** Sums over single rows. */
export interface RowSummary extends Directions {
  /** (N) ‖x_i‖² */
  squaredLengths: Float64Array;
  /** ‖X‖²_F; not finite exactly when a value of X is not, and then no other sum means anything. */
  squaredNorm: number;
  /** (C) Σ_i |x_ic| */
  absoluteSums: Float64Array;
  /** ‖X − 1·mean‖²_F */
  aboutMean: number;
  /** ‖X − U Uᵀ X‖²_F */
  aboutSubspace: number;
}
