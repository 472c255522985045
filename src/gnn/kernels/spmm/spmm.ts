import {
  customGrad,
  div,
  engine,
  expandDims,
  type NamedTensorMap,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { sddmm } from '../sddmm/sddmm';
import type { Reduction, SparseOperand } from '../sparse-operand';
import { SPMM } from './kernel';

export type Reduce = 'sum' | 'mean';

/**
 * Generalised SpMM: for each row of `matrix`, reduces `value ⊗ x` over its entries (Wang et al. 2019, arXiv 1909.01315).
 * Shapes: x (columns, C), value (entries) or null for ones → (rows, C). A row without entries gives zeros; `mean` divides by
 * the number of entries, not by the sum of values. Gradients in x (SpMM on the transpose) and in value (SDDMM).
 */
export function spmm(
  matrix: SparseOperand,
  x: Tensor2D,
  value: Tensor1D | null = null,
  reduce: Reduce = 'sum',
): Tensor2D {
  if (x.shape[0] !== matrix.columns) {
    throw new Error(`SpMM: x has ${x.shape[0]} rows, but the sparse matrix has ${matrix.columns} columns.`);
  }
  if (value && value.shape[0] !== matrix.entries) {
    throw new Error(`SpMM: ${value.shape[0]} values for ${matrix.entries} entries.`);
  }
  const divisor = reduce === 'mean' ? matrix.divisor : null;
  const scaled = (gradient: Tensor2D): Tensor2D => (divisor ? div(gradient, expandDims(divisor, 1)) : gradient);
  if (!value) {
    const op = customGrad<Tensor2D>((dense) => ({
      value: reduceRows(matrix.forward, dense as Tensor2D, null, divisor),
      gradFunc: (gradient) => reduceRows(matrix.backward(), scaled(gradient), null, null),
    }));
    return op(x);
  }
  const op = customGrad<Tensor2D>((...args) => {
    const [dense, factor, save] = args as unknown as [Tensor2D, Tensor1D, (tensors: Tensor[]) => void];
    save([dense, factor]);
    return {
      value: reduceRows(matrix.forward, dense, factor, divisor),
      gradFunc: (gradient, saved) => {
        const [savedX, savedValue] = saved as [Tensor2D, Tensor1D];
        const arriving = scaled(gradient);
        return [reduceRows(matrix.backward(), arriving, savedValue, null), sddmm(matrix, arriving, savedX)];
      },
    };
  });
  return op(x, value);
}

/** Runs the kernel level by level: the first takes entries, each further one sums the parts of long rows. */
function reduceRows(
  { levels, index, entry }: Reduction,
  x: Tensor2D,
  value: Tensor1D | null,
  divisor: Tensor1D | null,
): Tensor2D {
  let rows = x;
  levels.forEach((pointer, level) => {
    const inputs: Record<string, Tensor> = { x: rows, pointer };
    if (level === 0) {
      inputs.index = index;
      if (value) inputs.value = value;
      if (value && entry) inputs.entry = entry;
    }
    if (divisor && level === levels.length - 1) inputs.divisor = divisor;
    rows = engine().runKernel(SPMM, inputs as NamedTensorMap) as Tensor2D;
  });
  return rows;
}
