import { add, matMul, type Tensor1D, type Tensor2D, transpose } from '@tensorflow/tfjs-core';
import { spmm } from '../kernels/spmm/spmm';
import { type Features, isSparse } from './convolution';

/**
 * x Wᵀ + b, with W laid out (out, in) as in PyTorch. Sparse rows are multiplied as they are, never densified.
 * Shapes: x (N, F_in), weight (F_out, F_in), bias (F_out) or none → (N, F_out).
 */
export function linear(x: Features, weight: Tensor2D, bias?: Tensor1D): Tensor2D {
  const mapped = isSparse(x) ? product(x, transpose(weight)) : matMul<Tensor2D>(x, weight, false, true);
  return bias ? add(mapped, bias) : mapped;
}

/** x W, with W laid out (in, out). Shapes: x (N, F_in), weight (F_in, F_out) → (N, F_out). */
export function product(x: Features, weight: Tensor2D): Tensor2D {
  if (!isSparse(x)) return matMul(x, weight);
  const mapped = spmm(x.operand, weight, x.value);
  return x.moved ? add(mapped, x.moved(weight)) : mapped;
}
