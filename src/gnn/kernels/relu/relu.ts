import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  getKernel,
  type KernelConfig,
  Relu,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
  util,
} from '@tensorflow/tfjs-core';
import { outputOn } from '../register';
import { simdOf } from '../simd/simd';

/**
 * Makes the WASM backend's ReLU keep NaN, as PyTorch's and those of the other backends do. The library's compares bits as whole
 * numbers, where a NaN with its sign set, which is what ∞ − ∞ gives on most processors, is below 0: numbers out of range would
 * pass for units that died.
 */
export function takeOverRelu(): void {
  const kernel = getKernel(Relu, 'wasm');
  if (!kernel) throw new Error('The WASM backend has no ReLU.');
  const kernelFunc: KernelConfig['kernelFunc'] = ({ inputs, attrs, backend }) => {
    const x = inputs.x as TensorInfo;
    const wasm = backend as BackendWasm;
    const simd = simdOf(wasm);
    const size = util.sizeFromShape(x.shape);
    if (!simd || x.dtype !== 'float32' || size === 0) return kernel.kernelFunc({ inputs, attrs, backend });
    const output = outputOn(wasm, 'ReLU', x.shape);
    simd.relu(wasm.getMemoryOffset(x.dataId), wasm.getMemoryOffset(output.dataId), size);
    return output;
  };
  unregisterKernel(Relu, 'wasm');
  registerKernel({ ...kernel, kernelFunc });
}
