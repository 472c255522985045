import { concat, matMul, type Tensor2D, tensor2d, tidy, zeros, zerosLike } from '@tensorflow/tfjs-core';
import type { SparseRows } from '../layers/convolution';
import { columnGram } from '../linear-algebra/gram';
import { nextHop, type Stack } from '../models/stack';
import { gradients } from './gradients';

export interface SparseInput {
  /**
   * From derivatives by H¹ to those by a sparse H⁰, which as such would have a column for each of its F: only their lengths are
   * the same. (rows, widths[1]) → (rows, R), R the columns of all the weights that H⁰ meets.
   */
  pullBack(derivative: Tensor2D): Tensor2D;
  dispose(): void;
}

/**
 * A first layer meets sparse rows x only in products x W_i. With y_i the derivative by the i-th product the one by x is
 * Σ_i y_i W_iᵀ = y Wᵀ, all side by side, and its length is that of y L where L Lᵀ = WᵀW: nothing of F columns is laid out.
 */
export async function openSparseInput(stack: Stack, rows: SparseRows): Promise<SparseInput> {
  const weights = weightsMet(stack, rows);
  const columns = weights.map((weight) => weight.shape[1]);
  const side = tidy(() => concat(weights, 1));
  for (const weight of weights) weight.dispose();
  const data = (await side.data()) as Float32Array;
  const gram = columnGram({ kind: 'dense', rows: side.shape[0], columns: side.shape[1], data }, null);
  side.dispose();
  const size = columns.reduce((sum, count) => sum + count, 0);
  const factor = tensor2d(Float32Array.from(choleskyFactor(gram, size)), [size, size]);
  return {
    pullBack(derivative) {
      const still: Tensor2D[] = columns.map((count) => zeros([derivative.shape[0], count]));
      let met = 0;
      const moved: SparseRows = { ...rows, moved: () => still[met++] };
      const each = gradients(() => nextHop(stack, 0, moved, moved), still, derivative);
      const products = each.map((gradient, i) => gradient ?? zerosLike(still[i]));
      return matMul(concat(products, 1), factor);
    },
    dispose: () => factor.dispose(),
  };
}

/** The weights that the first layer multiplies its rows with, (F, C_i) each, in its order. The caller disposes them. */
function weightsMet(stack: Stack, rows: SparseRows): Tensor2D[] {
  const met: Tensor2D[] = [];
  return tidy(() => {
    const moved = (weight: Tensor2D): Tensor2D => {
      met.push(weight.clone());
      return zeros([rows.operand.rows, weight.shape[1]]);
    };
    nextHop(stack, 0, { ...rows, moved }, rows);
    return met;
  });
}

/**
 * L of L Lᵀ = A, (n, n) row-major, for a symmetric A without negative eigenvalues; what is 0 up to rounding stays 0.
 * Golub & Van Loan, Matrix Computations, 4th ed., algorithm 4.2.2.
 */
export function choleskyFactor(matrix: Float64Array, n: number): Float64Array {
  const factor = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    for (let row = column; row < n; row++) {
      let rest = matrix[row * n + column];
      for (let k = 0; k < column; k++) rest -= factor[row * n + k] * factor[column * n + k];
      const pivot = factor[column * n + column];
      if (row > column) factor[row * n + column] = pivot > 0 ? rest / pivot : 0;
      else factor[row * n + column] = rest > 1e-12 * matrix[row * n + column] ? Math.sqrt(rest) : 0;
    }
  }
  return factor;
}
