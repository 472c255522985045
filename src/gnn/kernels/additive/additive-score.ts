import {
  mul,
  type Rank,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  zeros,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
import type { Reduction, SparseOperand } from '../sparse-operand';
import { addParts, bySegment } from '../spmm/reduce';
import { runScore, runTurn } from './kernel';

/**
 * The scores of GATv2 (Brody, Alon & Yahav 2021, arXiv 2105.14491): for each entry of `matrix` and each head
 * `aᵀ leaky(left[row] + right[column])`. Neither forward nor backward makes a tensor of entries × columns.
 * Shapes: left (rows, heads · C), right (columns, heads · C), attention (heads · C) → (entries, heads).
 * Gradients in left, right and attention.
 *
 * @param slope of the leaky ReLU below 0.
 */
export function additiveScore(
  matrix: SparseOperand,
  left: Tensor2D,
  right: Tensor2D,
  attention: Tensor1D,
  heads: number,
  slope = 0.2,
): Tensor2D {
  refuseMisfits(matrix, left, right, attention, heads);
  const forward = () => {
    if (matrix.entries === 0) return zeros<Rank.R2>([0, heads]);
    const [row, column] = [matrix.entryRow(), matrix.entryColumn()];
    return runScore<Tensor2D>({ left, right, attention, row, column }, { heads, slope });
  };
  return differentiable({ left, right, attention }, forward, (dy, saved) => {
    if (matrix.entries === 0) {
      const none = (tensor: Tensor) => () => zerosLike(tensor);
      return { left: none(saved.left), right: none(saved.right), attention: none(saved.attention) };
    }
    const slopes = (at: Reduction, near: Tensor2D, far: Tensor2D) =>
      mul(turn(at, near, far, dy, slope, 0), saved.attention);
    return {
      left: () => slopes(matrix.forward, saved.left, saved.right),
      right: () => slopes(matrix.backward(), saved.right, saved.left),
      attention: () => sum(turn(matrix.forward, saved.left, saved.right, dy, slope, 1), 0),
    };
  });
}

/** Σ over the entries of each row of dy · leaky′(z), or of dy · leaky(z) where `value` is 1: (rows, heads · C). */
function turn(at: Reduction, near: Tensor2D, far: Tensor2D, dy: Tensor2D, slope: number, value: 0 | 1): Tensor2D {
  const { levels, index, entry } = at;
  const inputs = { near: bySegment(at, near), far, pointer: levels[0], index, dy, entry };
  return addParts(levels, runTurn<Tensor2D>(inputs, { slope, value }));
}

function refuseMisfits(
  matrix: SparseOperand,
  left: Tensor2D,
  right: Tensor2D,
  attention: Tensor1D,
  heads: number,
): void {
  const fits = left.shape[0] === matrix.rows && right.shape[0] === matrix.columns;
  const [columns] = attention.shape;
  if (fits && left.shape[1] === columns && right.shape[1] === columns && columns % heads === 0) return;
  throw new Error(
    `Additive scores: left (${left.shape}), right (${right.shape}), attention (${columns}) and ${heads} heads do not fit ` +
      `a ${matrix.rows} × ${matrix.columns} matrix.`,
  );
}
