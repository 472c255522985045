import type { Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
import type { SparseOperand } from '../sparse-operand';
import { sumEntries, sumRows } from '../spmm/reduce';
import { dotRows } from './dot';
import { runAdd } from './kernel';

/**
 * Generalised SDDMM with `dot`: for each entry of `matrix` and each head, the product of its row's features and its
 * column's, as in q·k attention or in the scores of links.
 * Shapes: left (rows, heads · C), right (columns, heads · C) → (entries, heads). Gradients in both (SpMM both ways).
 */
export function sddmmDot(matrix: SparseOperand, left: Tensor2D, right: Tensor2D, heads = 1): Tensor2D {
  refuseMisfits(matrix, left, right);
  if (left.shape[1] % heads !== 0) {
    throw new Error(`SDDMM: the ${left.shape[1]} columns do not divide among ${heads} heads.`);
  }
  return differentiable(
    { left, right },
    () => dotRows(matrix, left, right, heads),
    (dy, saved) => ({
      left: () => sumRows(matrix.forward, saved.right, dy),
      right: () => sumRows(matrix.backward(), saved.left, dy),
    }),
  );
}

/**
 * Generalised SDDMM with `add`: for each entry of `matrix`, its row's features plus its column's, as in the scores of GAT.
 * Shapes: left (rows, C), right (columns, C) → (entries, C). Gradients in both.
 */
export function sddmmAdd(matrix: SparseOperand, left: Tensor2D, right: Tensor2D): Tensor2D {
  refuseMisfits(matrix, left, right);
  return differentiable(
    { left, right },
    () => runAdd<Tensor2D>({ left, right, row: matrix.entryRow(), column: matrix.entryColumn() }),
    (dy) => ({ left: () => sumEntries(matrix.forward, dy), right: () => sumEntries(matrix.backward(), dy) }),
  );
}

function refuseMisfits(matrix: SparseOperand, left: Tensor2D, right: Tensor2D): void {
  if (left.shape[0] !== matrix.rows || right.shape[0] !== matrix.columns) {
    throw new Error(
      `SDDMM: left has ${left.shape[0]} rows and right ${right.shape[0]}, but the sparse matrix is ${matrix.rows} × ${matrix.columns}.`,
    );
  }
  if (left.shape[1] !== right.shape[1]) {
    throw new Error(`SDDMM: left has ${left.shape[1]} columns and right ${right.shape[1]}; they have to agree.`);
  }
}
