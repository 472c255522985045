import { addGramPlain, BLOCK_ROWS } from '../../linear-algebra/gram-blocks';
import { normalisedTerm } from '../normalised-dirichlet-energy';

/**
 * The passes over a dense embedding, as plain loops. They are the oracle of `loops.as`, which does the same by SIMD in the
 * same buffers, and stand in for it where there is no SIMD. N nodes, C columns, K components of two nodes or more.
 */
export interface Loops {
  /** Fills `squares`, `mean` (differences from the first row), `absolute`, `direction` and `along`. */
  sumRows(buffers: Buffers): void;
  /** Totals: Σ ‖x_i − mean‖², Σ ‖x̂_i − direction‖² over rows that are not zero, ‖X − U Uᵀ X‖²_F. */
  sumDeviations(buffers: Buffers): void;
  /** Totals: Σ ‖x_i − x_j‖² and Σ ‖x_i/√d̃_i − x_j/√d̃_j‖² over the pairs. */
  sumPairs(buffers: Buffers): void;
  /** Fills `products`. */
  sumProducts(buffers: Buffers): void;
}

export interface Inputs {
  /** (N, C) */
  x: Float32Array;
  /** (N) entry of each node in U, 0 for a node without neighbours. */
  weight: Float64Array;
  /** (N) component of each node, where its weight is not 0. */
  slot: Int32Array;
  /** (N+1), (pairs) each pair of neighbours once. */
  pointer: Int32Array;
  other: Int32Array;
  /** (N) 1/√d̃ */
  scale: Float64Array;
}

/** (N) ‖x_i‖². (C) Σ x_i − x_0, later the mean row. (C) Σ |x_i|. (C) Σ x̂_i, later their mean. (K, C) Uᵀ X. (pairs of a row, 2) scratch.
 * (3) sums. */
const SUMS = ['squares', 'mean', 'absolute', 'direction', 'along', 'partial', 'totals'] as const;
/** (32, P) rows in float64. (P, P) Xᵀ X, on and above its diagonal; P is C rounded up to a multiple of 4. Or empty. */
const PRODUCTS = ['block', 'products'] as const;

export const OUTPUTS = [...SUMS, ...PRODUCTS] as const;
export type OutputName = (typeof OUTPUTS)[number];

export type Buffers = { rows: number; columns: number } & Inputs & Record<OutputName, Float64Array>;

export const plainLoops: Loops = {
  sumRows({ rows, columns, x, weight, slot, squares, mean, absolute, direction, along }) {
    for (let r = 0, from = 0; r < rows; r++, from += columns) {
      let square = 0;
      for (let c = 0; c < columns; c++) square += x[from + c] * x[from + c];
      squares[r] = square;
      const unit = square > 0 ? 1 / Math.sqrt(square) : 0;
      for (let c = 0; c < columns; c++) {
        const value = x[from + c];
        mean[c] += value - x[c];
        absolute[c] += Math.abs(value);
        direction[c] += value * unit;
      }
      if (weight[r] === 0) continue;
      const to = slot[r] * columns;
      for (let c = 0; c < columns; c++) along[to + c] += x[from + c] * weight[r];
    }
  },

  sumDeviations({ rows, columns, x, weight, slot, squares, mean, direction, along, totals }) {
    let [aboutMean, spread, aboutSubspace] = [0, 0, 0];
    for (let r = 0, from = 0; r < rows; r++, from += columns) {
      const turned = squares[r] > 0 ? 1 : 0;
      const unit = turned && 1 / Math.sqrt(squares[r]);
      for (let c = 0; c < columns; c++) {
        const a = x[from + c] - mean[c];
        const b = x[from + c] * unit - turned * direction[c];
        aboutMean += a * a;
        spread += b * b;
      }
      if (weight[r] === 0) continue;
      const to = slot[r] * columns;
      for (let c = 0; c < columns; c++) {
        const d = x[from + c] - weight[r] * along[to + c];
        aboutSubspace += d * d;
      }
    }
    totals.set([aboutMean, spread, aboutSubspace]);
  },

  sumPairs({ rows, columns, x, pointer, other, scale, squares, totals }) {
    let [plain, normalised] = [0, 0];
    for (let i = 0; i < rows; i++) {
      for (let at = pointer[i]; at < pointer[i + 1]; at++) {
        const j = other[at];
        let square = 0;
        for (let c = 0; c < columns; c++) {
          const d = x[i * columns + c] - x[j * columns + c];
          square += d * d;
        }
        plain += square;
        normalised += normalisedTerm(square, scale[i], scale[j], squares[i], squares[j]);
      }
    }
    totals.set([plain, normalised]);
  },

  sumProducts({ rows, columns, x, block, products }) {
    const width = block.length / BLOCK_ROWS;
    for (let start = 0; start < rows; start += BLOCK_ROWS) {
      const count = Math.min(BLOCK_ROWS, rows - start);
      for (let r = 0; r < count; r++) {
        const from = (start + r) * columns;
        for (let c = 0; c < columns; c++) block[r * width + c] = x[from + c];
      }
      addGramPlain(block, products, count, width);
    }
  },
};
