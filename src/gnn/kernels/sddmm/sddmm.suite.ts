import { tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { largestDifference, PATTERNS, randomArray, tolerance } from '../../testing/patterns';
import { sparseOperand } from '../sparse-operand';
import { sddmm } from './sddmm';

/** What SDDMM has to do on every backend; `open` makes one current. */
export function describeSddmm(backend: string, open: () => Promise<void>): void {
  describe(`SDDMM on ${backend}`, () => {
    beforeAll(open);

    for (const [name, pattern] of Object.entries(PATTERNS)) {
      it(`agrees with the plain definition: ${name}`, async () => {
        for (const columns of [1, 3, 4, 16]) {
          const left = randomArray(pattern.rows * columns, 3);
          const right = randomArray(pattern.columns * columns, 5);
          const expected: number[] = [];
          for (let r = 0; r < pattern.rows; r++) {
            for (let p = pattern.pointer[r]; p < pattern.pointer[r + 1]; p++) {
              let sum = 0;
              for (let c = 0; c < columns; c++) sum += left[r * columns + c] * right[pattern.index[p] * columns + c];
              expected.push(sum);
            }
          }
          const operand = sparseOperand(pattern);
          const a = tensor2d(left, [pattern.rows, columns]);
          const b = tensor2d(right, [pattern.columns, columns]);
          const dots = sddmm(operand, a, b);
          expect(largestDifference(await dots.data(), expected)).toBeLessThan(tolerance(expected, 1e-5));
          for (const one of [operand, a, b, dots]) one.dispose();
        }
      });
    }
  });
}
