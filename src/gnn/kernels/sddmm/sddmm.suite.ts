import { type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectOperation } from '../../testing/differentiate';
import { casesFor, ENTRIES, type Entries, entriesNamed } from '../../testing/entries';
import { sddmmAdd, sddmmDot } from './sddmm';

const dot =
  ({ row, column }: Entries, heads: number, width: number) =>
  (left: Float64Array, right: Float64Array) =>
    Float64Array.from({ length: row.length * heads }, (_, i) => {
      const p = Math.floor(i / heads);
      let sum = 0;
      for (let c = (i % heads) * width; c < ((i % heads) + 1) * width; c++) {
        sum += left[row[p] * heads * width + c] * right[column[p] * heads * width + c];
      }
      return sum;
    });

const add =
  ({ row, column }: Entries, columns: number) =>
  (left: Float64Array, right: Float64Array) =>
    Float64Array.from({ length: row.length * columns }, (_, i) => {
      const [p, c] = [Math.floor(i / columns), i % columns];
      return left[row[p] * columns + c] + right[column[p] * columns + c];
    });

/** What SDDMM has to do on every backend; `open` makes one current. */
export function describeSddmm(backend: string, open: () => Promise<void>): void {
  describe(`SDDMM on ${backend}`, () => {
    beforeAll(open);

    for (const entries of ENTRIES) {
      const { name, rows, columns, operand } = entries;
      const shapes = (width: number) => [
        [rows, width],
        [columns, width],
      ];

      it(`dot and its gradients agree with the definition: ${name}`, async () => {
        for (const [heads, width] of casesFor(entries, [
          [1, 3],
          [1, 16],
          [3, 2],
          [2, 8],
          [2, 4],
        ])) {
          await expectOperation(
            operand,
            (matrix, left, right) => sddmmDot(matrix, left as Tensor2D, right as Tensor2D, heads),
            shapes(heads * width),
            dot(entries, heads, width),
            { most: 4 },
          );
        }
      });

      it(`add and its gradients agree with the definition: ${name}`, async () => {
        for (const width of casesFor(entries, [1, 8, 3])) {
          await expectOperation(
            operand,
            (matrix, left, right) => sddmmAdd(matrix, left as Tensor2D, right as Tensor2D),
            shapes(width),
            add(entries, width),
            { most: 4 },
          );
        }
      });
    }

    it('refuses rows, widths and heads that do not fit', () => {
      const matrix = entriesNamed('more columns than rows').operand();
      const [two, seven] = [tensor2d(new Float32Array(6), [2, 3]), tensor2d(new Float32Array(21), [7, 3])];
      const narrow = tensor2d(new Float32Array(7), [7, 1]);
      expect(() => sddmmDot(matrix, seven, two)).toThrow('left has 7 rows and right 2, but the sparse matrix is 2 × 7');
      expect(() => sddmmAdd(matrix, two, narrow)).toThrow('left has 3 columns and right 1');
      expect(() => sddmmDot(matrix, two, seven, 2)).toThrow('the 3 columns do not divide among 2 heads');
      for (const one of [matrix, two, seven, narrow]) one.dispose();
    });
  });
}
