import { matMul, memory, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { largestDifference, randomArray, tolerance } from '../../testing/patterns';
import { useWebGPU } from '../../testing/webgpu';

describe('long dense products on WebGPU', () => {
  beforeAll(useWebGPU);

  for (const transposeA of [false, true]) {
    for (const transposeB of [false, true]) {
      it(`agree with the definition and repeat to the bit, transposed: ${transposeA}, ${transposeB}`, async () => {
        const before = memory();
        const [m, k, n] = [31, 2999, 17];
        const [a, b] = [randomArray(m * k, 1), randomArray(k * n, 2)];
        const expected = Float64Array.from({ length: m * n }, (_, at) => {
          const [i, j] = [Math.floor(at / n), at % n];
          let sum = 0;
          for (let l = 0; l < k; l++)
            sum += a[transposeA ? l * m + i : i * k + l] * b[transposeB ? j * k + l : l * n + j];
          return sum;
        });
        const left = tensor2d(a, transposeA ? [k, m] : [m, k]);
        const right = tensor2d(b, transposeB ? [n, k] : [k, n]);
        const products = Array.from({ length: 4 }, () => matMul(left, right, transposeA, transposeB));
        const [first, ...others] = await Promise.all(products.map((product) => product.data()));
        expect(products[0].shape).toEqual([m, n]);
        expect(largestDifference(first, expected)).toBeLessThan(tolerance(expected, 1e-5));
        for (const other of others) expect(largestDifference(other, first)).toBe(0);
        for (const one of [left, right, ...products]) one.dispose();
        expect(memory()).toMatchObject({ numTensors: before.numTensors, numBytes: before.numBytes });
      });
    }
  }
});
