import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  BatchMatMul,
  getKernel,
  type KernelConfig,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { outputOn } from '../register';
import { simdOf } from '../simd/simd';

/** As in `simd.as`: how many rows of the right side are laid out at a time, in panels of so many columns. */
const [RUN, WIDE] = [128, 8];

/**
 * Makes the WASM backend take products of two matrices with our SIMD code, transposed sides too: the library's own is a scalar
 * loop ten times slower where a side is transposed, as in x Wᵀ and in every gradient of it. Batches of matrices stay with it.
 */
export function takeOverProducts(): void {
  const product = getKernel(BatchMatMul, 'wasm');
  if (!product) throw new Error('The WASM backend has no matrix product.');
  const kernelFunc: KernelConfig['kernelFunc'] = ({ inputs, attrs, backend }) => {
    const { a, b } = inputs as Record<'a' | 'b', TensorInfo>;
    const { transposeA, transposeB } = attrs as Record<'transposeA' | 'transposeB', boolean>;
    const wasm = backend as BackendWasm;
    const simd = simdOf(wasm);
    const [m, k] = transposeA ? a.shape.toReversed() : a.shape;
    const n = b.shape[transposeB ? 0 : 1];
    if (!simd || a.shape.length > 2 || b.shape.length > 2 || m * n === 0) {
      return product.kernelFunc({ inputs, attrs, backend });
    }
    const output = outputOn(wasm, 'A matrix product', [m, n]);
    const panels = outputOn(wasm, 'A matrix product', [Math.min(RUN, Math.max(1, k)), Math.ceil(n / WIDE) * WIDE]);
    const addresses = [a, b, panels, output].map(({ dataId }) => wasm.getMemoryOffset(dataId));
    simd.matmul(...addresses, m, n, k, ...(transposeA ? [1, m] : [k, 1]), ...(transposeB ? [1, k] : [n, 1]));
    wasm.disposeData(panels.dataId);
    return output;
  };
  unregisterKernel(BatchMatMul, 'wasm');
  registerKernel({ ...product, kernelFunc });
}
