/** How the rows of an embedding point, whatever their lengths. */
export interface Directions {
  rows: number;
  /** Rows with an entry other than 0; only these point anywhere. */
  nonZero: number;
  /** Σ ‖x̂ − mean x̂‖² over those rows, x̂ = x/‖x‖: 0 when all point one way. */
  spread: number;
}
