import { type Tensor1D, type Tensor2D, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectOperation } from '../../testing/differentiate';
import { casesFor, ENTRIES, type Entries, entriesNamed } from '../../testing/entries';
import { additiveScore } from './additive-score';

const SLOPE = 0.2;

const scores =
  ({ row, column }: Entries, heads: number, width: number) =>
  (left: Float64Array, right: Float64Array, attention: Float64Array) =>
    Float64Array.from({ length: row.length * heads }, (_, i) => {
      const p = Math.floor(i / heads);
      let sum = 0;
      for (let c = (i % heads) * width; c < ((i % heads) + 1) * width; c++) {
        const z = left[row[p] * heads * width + c] + right[column[p] * heads * width + c];
        sum += attention[c] * (z > 0 ? z : SLOPE * z);
      }
      return sum;
    });

/** What GATv2's scores have to be on every backend; `open` makes one current. */
export function describeAdditiveScore(backend: string, open: () => Promise<void>): void {
  describe(`additive scores on ${backend}`, () => {
    beforeAll(open);

    for (const entries of ENTRIES) {
      const { name, rows, columns, operand } = entries;
      it(`and their gradients agree with the definition: ${name}`, async () => {
        for (const [heads, width] of casesFor(entries, [
          [1, 3],
          [3, 1],
          [2, 20],
          [2, 4],
        ])) {
          await expectOperation(
            operand,
            (matrix, left, right, attention) =>
              additiveScore(matrix, left as Tensor2D, right as Tensor2D, attention as Tensor1D, heads, SLOPE),
            [[rows, heads * width], [columns, heads * width], [heads * width]],
            scores(entries, heads, width),
            { most: 3 },
          );
        }
      });
    }

    it('refuse what does not fit', () => {
      const matrix = entriesNamed('more columns than rows').operand();
      const [left, right] = [tensor2d(new Float32Array(6), [2, 3]), tensor2d(new Float32Array(21), [7, 3])];
      const attention = tensor1d([1, 2, 3]);
      expect(() => additiveScore(matrix, left, right, attention, 2)).toThrow('2 heads do not fit a 2 × 7 matrix');
      for (const one of [matrix, left, right, attention]) one.dispose();
    });
  });
}
