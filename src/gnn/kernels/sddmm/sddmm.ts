import { engine, slice1d, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import type { SparseOperand } from '../sparse-operand';
import { SDDMM } from './kernel';

/**
 * Generalised SDDMM with `dot`: for each entry of `matrix`, the product of its row of `left` and its column's row of `right`.
 * Shapes: left (rows, C), right (columns, C) → (entries). The gradient of SpMM in its values; itself without a gradient yet.
 */
export function sddmm(matrix: SparseOperand, left: Tensor2D, right: Tensor2D): Tensor1D {
  const inputs = { left, right, row: matrix.entryRow(), index: matrix.forward.index };
  const dots = engine().runKernel(SDDMM, inputs) as Tensor1D;
  return matrix.entries === 0 ? slice1d(dots, 0, 0) : dots;
}
