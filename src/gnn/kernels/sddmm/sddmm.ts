import { customGrad, type Rank, type Tensor, type Tensor2D, zeros, zerosLike } from '@tensorflow/tfjs-core';
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
  return onBothRows(matrix, left, right, {
    width: heads,
    value: (a, b) => dotRows(matrix, a, b, heads),
    gradient: (dy, a, b) => [sumRows(matrix.forward, b, dy), sumRows(matrix.backward(), a, dy)],
  });
}

/**
 * Generalised SDDMM with `add`: for each entry of `matrix`, its row's features plus its column's, as in the scores of GAT.
 * Shapes: left (rows, C), right (columns, C) → (entries, C). Gradients in both.
 */
export function sddmmAdd(matrix: SparseOperand, left: Tensor2D, right: Tensor2D): Tensor2D {
  refuseMisfits(matrix, left, right);
  return onBothRows(matrix, left, right, {
    width: left.shape[1],
    value: (a, b) => runAdd({ left: a, right: b, row: matrix.entryRow(), column: matrix.entryColumn() }),
    gradient: (dy) => [sumEntries(matrix.forward, dy), sumEntries(matrix.backward(), dy)],
  });
}

/** An operation on the entries of `matrix` with a gradient in both sides; (0, width) where there are no entries. */
function onBothRows(
  matrix: SparseOperand,
  left: Tensor2D,
  right: Tensor2D,
  {
    width,
    value,
    gradient,
  }: {
    width: number;
    value: (left: Tensor2D, right: Tensor2D) => Tensor2D;
    gradient: (dy: Tensor2D, left: Tensor2D, right: Tensor2D) => Tensor[];
  },
): Tensor2D {
  const op = customGrad<Tensor2D>((...args) => {
    const [a, b, save] = args as unknown as [Tensor2D, Tensor2D, (tensors: Tensor[]) => void];
    save([a, b]);
    return {
      value: matrix.entries > 0 ? value(a, b) : zeros<Rank.R2>([0, width]),
      gradFunc: (dy, saved) => {
        const [savedA, savedB] = saved as [Tensor2D, Tensor2D];
        return matrix.entries > 0 ? gradient(dy, savedA, savedB) : [zerosLike(savedA), zerosLike(savedB)];
      },
    };
  });
  return op(left, right);
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
