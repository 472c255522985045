import {
  customGrad,
  mul,
  type Rank,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  zeros,
  zerosLike,
} from '@tensorflow/tfjs-core';
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
  const op = customGrad<Tensor2D>((...args) => {
    const [l, r, a, save] = args as unknown as [Tensor2D, Tensor2D, Tensor1D, (tensors: Tensor[]) => void];
    save([l, r, a]);
    if (matrix.entries === 0) {
      return { value: zeros<Rank.R2>([0, heads]), gradFunc: (_, saved) => saved.map((tensor) => zerosLike(tensor)) };
    }
    const [row, column] = [matrix.entryRow(), matrix.entryColumn()];
    return {
      value: runScore<Tensor2D>({ left: l, right: r, attention: a, row, column }, { heads, slope }),
      gradFunc: (dy, saved) => {
        const [savedL, savedR, savedA] = saved as [Tensor2D, Tensor2D, Tensor1D];
        const slopes = (at: Reduction, near: Tensor2D, far: Tensor2D) => mul(turn(at, near, far, dy, slope, 0), savedA);
        return [
          slopes(matrix.forward, savedL, savedR),
          slopes(matrix.backward(), savedR, savedL),
          sum(turn(matrix.forward, savedL, savedR, dy, slope, 1), 0),
        ];
      },
    };
  });
  return op(left, right, attention);
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
