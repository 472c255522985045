import { pairEnergies } from '../pair-energies';
import { rowDistance } from '../row-distance';

/**
 * The passes over a dense embedding, as plain loops. They are the oracle of `loops.as`, which does the same by SIMD in the
 * same buffers, and stand in for it where there is no SIMD. N nodes, W numbers from one row to the next: the columns and, for
 * SIMD, zeros; K components of two nodes or more.
 */
export interface Loops {
  /** Fills `squares`, `mean` (differences from the first row), `absolute`, `direction` and `along`. */
  sumRows(buffers: Buffers): void;
  /** Totals: Σ ‖x_i − mean‖², Σ ‖x̂_i − direction‖² over rows that are not zero, ‖X − U Uᵀ X‖²_F. */
  sumDeviations(buffers: Buffers): void;
  /** Totals: Σ ‖x_i − x_j‖² and Σ ã_ij ‖x_i/√d̃_i − x_j/√d̃_j‖² over the pairs. */
  sumPairs(buffers: Buffers): void;
}

export interface Inputs {
  /** (N, W) */
  x: Float32Array;
  /** (N) entry of each node in U, 0 for a node without neighbours. */
  basis: Float64Array;
  /** (N) component of each node, where its entry is not 0. */
  slot: Int32Array;
  /** (N+1), (pairs), (pairs), (N) pairs of neighbours, ã and 1/√d̃, as in `Neighbourhood`. */
  pointer: Int32Array;
  other: Int32Array;
  weight: Float64Array;
  scale: Float64Array;
}

/** (N) ‖x_i‖². (W) Σ x_i − x_0, later the mean row. (W) Σ |x_i|. (W) Σ x̂_i, later their mean. (K, W) Uᵀ X.
 * (W, 32 at least) scratch. (4) three sums, and scratch. */
export const OUTPUTS = ['squares', 'mean', 'absolute', 'direction', 'along', 'scratch', 'totals'] as const;
export type OutputName = (typeof OUTPUTS)[number];

export type Buffers = { rows: number; width: number } & Inputs & Record<OutputName, Float64Array>;

/** What the loops take, of an embedding and its graph's structure. */
export interface Work {
  rows: number;
  columns: number;
  inputs: Inputs;
  /** How long the outputs are when a row takes up `width` numbers. */
  lengths(width: number): Record<OutputName, number>;
}

export const plainLoops: Loops = {
  sumRows({ rows, width, x, basis, slot, squares, mean, absolute, direction, along }) {
    for (let r = 0, from = 0; r < rows; r++, from += width) {
      let square = 0;
      for (let c = 0; c < width; c++) square += x[from + c] * x[from + c];
      squares[r] = square;
      const unit = square > 0 ? 1 / Math.sqrt(square) : 0;
      for (let c = 0; c < width; c++) {
        const value = x[from + c];
        mean[c] += value - x[c];
        absolute[c] += Math.abs(value);
        direction[c] += value * unit;
      }
      if (basis[r] === 0) continue;
      const to = slot[r] * width;
      for (let c = 0; c < width; c++) along[to + c] += x[from + c] * basis[r];
    }
  },

  sumDeviations({ rows, width, x, basis, slot, squares, mean, direction, along, totals }) {
    let [aboutMean, spread, aboutSubspace] = [0, 0, 0];
    for (let r = 0, from = 0; r < rows; r++, from += width) {
      for (let c = 0; c < width; c++) aboutMean += (x[from + c] - mean[c]) ** 2;
      if (squares[r] > 0) {
        const unit = 1 / Math.sqrt(squares[r]);
        for (let c = 0; c < width; c++) spread += (x[from + c] * unit - direction[c]) ** 2;
      }
      if (basis[r] === 0) continue;
      const to = slot[r] * width;
      for (let c = 0; c < width; c++) aboutSubspace += (x[from + c] - basis[r] * along[to + c]) ** 2;
    }
    totals.set([aboutMean, spread, aboutSubspace]);
  },

  sumPairs({ rows, width, x, squares, totals, ...pairs }) {
    const distance = rowDistance({ kind: 'dense', rows, columns: width, data: x });
    const { plain, normalised } = pairEnergies(distance, squares, pairs);
    totals.set([plain, normalised]);
  },
};
