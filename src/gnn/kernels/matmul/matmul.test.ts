import { matMul, memory, type Tensor2D, tensor2d, tensor3d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../testing/node';
import { largestDifference, randomArray, tolerance } from '../../testing/patterns';

describe('dense products on WASM', () => {
  beforeAll(() => useBackend('wasm'));

  for (const transposeA of [false, true]) {
    for (const transposeB of [false, true]) {
      it(`agree with the definition${transposeA ? ', left side transposed' : ''}${transposeB ? ', right side transposed' : ''}`, async () => {
        const before = memory();
        for (const [n, k, m] of [
          [1, 1, 1],
          [3, 5, 2],
          [70, 33, 17],
          // Longer than a run, and neither side a whole number of tiles.
          [5, 300, 13],
        ]) {
          const a = randomArray(n * k, 1);
          const b = randomArray(k * m, 2);
          const expected = Float64Array.from({ length: n * m }, (_, at) => {
            const [i, j] = [Math.floor(at / m), at % m];
            let sum = 0;
            for (let l = 0; l < k; l++)
              sum += a[transposeA ? l * n + i : i * k + l] * b[transposeB ? j * k + l : l * m + j];
            return sum;
          });
          const left = tensor2d(a, transposeA ? [k, n] : [n, k]);
          const right = tensor2d(b, transposeB ? [m, k] : [k, m]);
          const product: Tensor2D = matMul(left, right, transposeA, transposeB);
          expect(product.shape).toEqual([n, m]);
          expect(largestDifference(await product.data(), expected)).toBeLessThan(tolerance(expected, 1e-5));
          for (const one of [left, right, product]) one.dispose();
        }
        expect(memory()).toMatchObject({ numTensors: before.numTensors, numBytes: before.numBytes });
      });
    }
  }

  it('leave batches as they were', async () => {
    const [a, b] = [tensor3d([1, 2, 3, 4], [2, 1, 2]), tensor3d([1, 1, 2, 2], [2, 1, 2])];
    const product = matMul(a, b, false, true);
    expect([...(await product.data())]).toEqual([3, 14]);
    for (const one of [a, b, product]) one.dispose();
  });
});
