import { div, maximum as larger, reshape, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
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
  const most = () => reduceMax(forward, x, value);
  return differentiable({ x, value }, most, (dy, saved, maximum) => {
    const share = shares(forward, saved.x, maximum, saved.value, dy);
    const [row, column] = [matrix.entryRow(), matrix.entryColumn()];
    return {
      x: () => spread(matrix.backward(), saved.x, maximum, share, saved.value),
      value: ({ shape }) => reshape(runWins({ ...saved, maximum, share, row, column }), shape),
    };
  });
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
  return div(dy, larger(addParts(levels, ties), 1));
}

/** The shares brought back to the rows of x, (columns, C). */
function spread(columns: Reduction, x: Tensor2D, most: Tensor2D, share: Tensor2D, value: EntryValues | null): Tensor2D {
  const { levels, index, entry } = columns;
  const near = bySegment(columns, x);
  const parts: Tensor2D = runTies({ near, far: most, share, pointer: levels[0], index, value, entry: value && entry });
  return addParts(levels, parts);
}
