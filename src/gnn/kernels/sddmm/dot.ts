import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { SparseOperand } from '../sparse-operand';
import { runDot } from './kernel';

/**
 * For each entry of `matrix` and each head, the product of its row of `left` and its column's row of `right`.
 * Shapes: left (rows, C), right (columns, C) → (entries, heads).
 * No gradient: this is the gradient of SpMM in its values.
 */
export function dotRows(matrix: SparseOperand, left: Tensor2D, right: Tensor2D, heads: number): Tensor2D {
  return runDot({ left, right, row: matrix.entryRow(), column: matrix.entryColumn() }, { heads });
}
