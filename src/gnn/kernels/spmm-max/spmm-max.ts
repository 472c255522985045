import {
  customGrad,
  div,
  maximum,
  reshape,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  zerosLike,
} from '@tensorflow/tfjs-core';
import type { EntryValues, Reduction, SparseOperand } from '../sparse-operand';
import { addParts, bySegment } from '../spmm/reduce';
import { runMax, runTies, runWins } from './kernel';

/**
 * For each row of `matrix`, the largest `value ⊗ x` over its entries, column by column; 0 for a row without entries.
 * Shapes: x (columns, C), value (entries), (entries, heads) or null for ones → (rows, C).
 * Gradients in x and in value: what arrives at a maximum is shared evenly among the entries that reach it, as in PyTorch's
 * `amax`.
 */
export function maxRows(matrix: SparseOperand, x: Tensor2D, value: EntryValues | null): Tensor2D {
  const { forward } = matrix;
  if (!value) {
    const op = customGrad<Tensor2D>((...args) => {
      const [dense, save] = args as unknown as [Tensor2D, (tensors: Tensor[]) => void];
      const most = reduceMax(forward, dense, null);
      save([dense, most]);
      return {
        value: most,
        gradFunc: (dy, saved) => {
          const [savedX, savedMost] = saved as [Tensor2D, Tensor2D];
          return spread(matrix.backward(), savedX, savedMost, shares(forward, savedX, savedMost, null, dy), null);
        },
      };
    });
    return op(x);
  }
  const op = customGrad<Tensor2D>((...args) => {
    const [dense, factor, save] = args as unknown as [Tensor2D, EntryValues, (tensors: Tensor[]) => void];
    const most = reduceMax(forward, dense, matrix.entries > 0 ? factor : null);
    save([dense, factor, most]);
    return {
      value: most,
      gradFunc: (dy, saved) => {
        const [savedX, savedValue, savedMost] = saved as [Tensor2D, EntryValues, Tensor2D];
        if (matrix.entries === 0) return [zerosLike(savedX), zerosLike(savedValue)];
        const share = shares(forward, savedX, savedMost, savedValue, dy);
        const [row, column] = [matrix.entryRow(), matrix.entryColumn()];
        const wins = runWins({ x: savedX, maximum: savedMost, share, value: savedValue, row, column });
        return [spread(matrix.backward(), savedX, savedMost, share, savedValue), reshape(wins, savedValue.shape)];
      },
    };
  });
  return op(x, value);
}

function reduceMax({ levels, index, entry }: Reduction, x: Tensor2D, value: EntryValues | null): Tensor2D {
  const first: Tensor2D = runMax({ x, pointer: levels[0], index, value, entry: value && entry });
  return levels.slice(1).reduce<Tensor2D>((parts, pointer: Tensor1D) => runMax({ x: parts, pointer }), first);
}

/** What arrives at each maximum divided by how many entries reach it, (rows, C). */
function shares(rows: Reduction, x: Tensor2D, most: Tensor2D, value: EntryValues | null, dy: Tensor2D): Tensor2D {
  const { levels, index, entry } = rows;
  const near = bySegment(rows, most);
  const ties = runTies<Tensor2D>({ near, far: x, pointer: levels[0], index, value, entry: value && entry });
  return div(dy, maximum(addParts(levels, ties), 1));
}

/** The shares brought back to the rows of x, (columns, C). */
function spread(columns: Reduction, x: Tensor2D, most: Tensor2D, share: Tensor2D, value: EntryValues | null): Tensor2D {
  const { levels, index, entry } = columns;
  const near = bySegment(columns, x);
  const parts: Tensor2D = runTies({ near, far: most, share, pointer: levels[0], index, value, entry: value && entry });
  return addParts(levels, parts);
}
