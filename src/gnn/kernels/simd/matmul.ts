import {
  BatchMatMul,
  getKernel,
  type KernelConfig,
  registerKernel,
  type TensorInfo,
  Transpose,
  unregisterKernel,
} from '@tensorflow/tfjs-core';

/**
 * The WASM backend's dense product is SIMD as long as neither side is transposed, and a scalar loop ten times slower where
 * one is: as in x Wᵀ, and in every gradient of it. So matrices are transposed first, which costs a hundredth of the product.
 */
export function transposeBeforeProducts(): void {
  const [product, transpose] = [BatchMatMul, Transpose].map((name) => getKernel(name, 'wasm'));
  if (!product || !transpose) throw new Error('The WASM backend has no matrix product.');
  const kernelFunc: KernelConfig['kernelFunc'] = ({ inputs, attrs, backend }) => {
    const { a, b } = inputs as Record<'a' | 'b', TensorInfo>;
    const { transposeA, transposeB } = attrs as Record<'transposeA' | 'transposeB', boolean>;
    if (a.shape.length > 2 || b.shape.length > 2) return product.kernelFunc({ inputs, attrs, backend });
    const made: TensorInfo[] = [];
    const upright = (x: TensorInfo, transposed: boolean): TensorInfo => {
      if (!transposed) return x;
      const turned = transpose.kernelFunc({ inputs: { x }, attrs: { perm: [1, 0] }, backend }) as TensorInfo;
      made.push(turned);
      return turned;
    };
    const sides = { a: upright(a, transposeA), b: upright(b, transposeB) };
    const output = product.kernelFunc({ inputs: sides, attrs: { transposeA: false, transposeB: false }, backend });
    for (const { dataId } of made) (backend as { disposeData(id: object): boolean }).disposeData(dataId);
    return output;
  };
  unregisterKernel(BatchMatMul, 'wasm');
  registerKernel({ ...product, kernelFunc });
}
