import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import {
  BatchMatMul,
  engine,
  getKernel,
  type KernelConfig,
  registerKernel,
  reshape,
  type Tensor2D,
  tensor1d,
  tidy,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { runSpmm } from '../spmm/kernel';
import { type Program, splat, threadPerElement } from '../wgsl';

/** From so long sums on, and up to so many of them, the library may add with atomics. */
const [LONG, FEW] = [2000, 2 ** 14];
/** How many parts such sums are cut into. */
const PARTS = 64;

let library: KernelConfig | undefined;

/**
 * Makes the WebGPU backend repeat itself to the bit in products of two matrices: where few sums are long, as in the gradient of
 * weights over all nodes, the library adds their parts with atomics, in whatever order they come.
 */
export function takeProductsInOrder(): void {
  if (library) return;
  library = getKernel(BatchMatMul, 'webgpu');
  if (!library) throw new Error('The WebGPU backend has no matrix product.');
  const { kernelFunc } = library;
  unregisterKernel(BatchMatMul, 'webgpu');
  registerKernel({
    ...library,
    kernelFunc({ inputs, attrs, backend }) {
      const { a, b } = inputs as Record<'a' | 'b', Tensor2D>;
      const { transposeA, transposeB } = attrs as Record<'transposeA' | 'transposeB', boolean>;
      const [m, k] = transposeA ? a.shape.toReversed() : a.shape;
      const n = b.shape[transposeB ? 0 : 1];
      if (a.rank > 2 || b.rank > 2 || k < LONG || m * n > FEW) return kernelFunc({ inputs, attrs, backend });
      const { program, uniforms } = partialProducts(m, n, k, transposeA, transposeB);
      return tidy(() => {
        const parts = (backend as WebGPUBackend).runWebGPUProgram(program, [a, b], 'float32', uniforms);
        const x = reshape(engine().makeTensorFromTensorInfo(parts), [PARTS, m * n]);
        return reshape(runSpmm<Tensor2D>({ x, pointer: tensor1d([0, PARTS], 'int32') }), [m, n]);
      });
    },
  });
}

/** One thread a part and element, or four elements where they lie side by side in b: (parts, m, n). */
function partialProducts(m: number, n: number, k: number, transposeA: boolean, transposeB: boolean): Program {
  const lanes = !transposeB && n % 4 === 0 ? 4 : 1;
  return threadPerElement({
    name: 'partialProducts',
    inputs: ['a', 'b'],
    reads: { b: lanes },
    writes: lanes,
    output: [PARTS, m, n],
    integers: { m, n: n / lanes, k, run: Math.ceil(k / PARTS) },
    body: `
      let i = thread / uniforms.n % uniforms.m;
      let j = thread % uniforms.n;
      let begin = thread / (uniforms.m * uniforms.n) * uniforms.run;
      var sum = ${splat(lanes, '0.0')};
      for (var l = begin; l < min(begin + uniforms.run, uniforms.k); l = l + 1) {
        let left = a[${transposeA ? 'l * uniforms.m + i' : 'i * uniforms.k + l'}];
        sum = sum + left * b[${transposeB ? 'j * uniforms.k + l' : 'l * uniforms.n + j'}];
      }
      result[thread] = sum;
    `,
  });
}
