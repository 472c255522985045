import { div, expandDims, reshape, type Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
import { dotRows } from '../sddmm/dot';
import type { EntryValues, SparseOperand } from '../sparse-operand';
import { maxRows } from '../spmm-max/spmm-max';
import { sumRows } from './reduce';

export type Reduce = 'sum' | 'mean' | 'max';

/**
 * Generalised SpMM: for each row of `matrix`, reduces `value ⊗ x` over its entries (Wang et al. 2019, arXiv 1909.01315).
 * Shapes: x (columns, C), value (entries), (entries, heads) or null for ones → (rows, C). With heads, head h's values are the
 * factors of columns hC/heads … (h+1)C/heads − 1.
 * A row without entries gives zeros; `mean` divides by the number of entries, not by the sum of values; `max` is taken
 * column by column.
 * Gradients in x (SpMM on the transpose) and in value (SDDMM); equal maxima share theirs evenly.
 */
export function spmm(
  matrix: SparseOperand,
  x: Tensor2D,
  value: EntryValues | null = null,
  reduce: Reduce = 'sum',
): Tensor2D {
  refuseMisfits(matrix, x, value);
  if (reduce === 'max') return maxRows(matrix, x, value);
  const divisor = reduce === 'mean' ? matrix.divisor : null;
  const forward = () => sumRows(matrix.forward, x, value, divisor);
  const scaled = (dy: Tensor2D): Tensor2D => (divisor ? div(dy, expandDims(divisor, 1)) : dy);
  return differentiable({ x, value }, forward, (dy, saved) => ({
    x: () => sumRows(matrix.backward(), scaled(dy), saved.value),
    value: ({ shape }) => reshape(dotRows(matrix, scaled(dy), saved.x, shape[1] ?? 1), shape),
  }));
}

function refuseMisfits(matrix: SparseOperand, x: Tensor2D, value: EntryValues | null): void {
  const [rows, columns] = x.shape;
  if (rows !== matrix.columns) {
    throw new Error(`SpMM: x has ${rows} rows, but the sparse matrix has ${matrix.columns} columns.`);
  }
  if (!value) return;
  const [values, heads = 1] = value.shape;
  if (values !== matrix.entries) throw new Error(`SpMM: ${values} values for ${matrix.entries} entries.`);
  if (columns % heads !== 0) throw new Error(`SpMM: the ${columns} columns of x do not divide among ${heads} heads.`);
}
