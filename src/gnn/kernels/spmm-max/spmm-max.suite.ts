import { grads, type Tensor, type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectOperation } from '../../testing/differentiate';
import { casesFor, ENTRIES, type Entries, entriesNamed } from '../../testing/entries';
import { fromPairs } from '../../testing/patterns';
import { type EntryValues, sparseOperand } from '../sparse-operand';
import { spmm } from '../spmm/spmm';

/** The maximum as its definition reads; without values every factor is 1. */
const maxima =
  ({ rows, row, column }: Entries, heads: number, width: number) =>
  (x: Float64Array, value?: Float64Array) => {
    const columns = heads * width;
    const out = new Float64Array(rows * columns).fill(Number.NEGATIVE_INFINITY);
    for (let p = 0; p < row.length; p++) {
      for (let c = 0; c < columns; c++) {
        const factor = value ? value[p * heads + Math.floor(c / width)] : 1;
        out[row[p] * columns + c] = Math.max(out[row[p] * columns + c], factor * x[column[p] * columns + c]);
      }
    }
    return out.map((most) => (most === Number.NEGATIVE_INFINITY ? 0 : most));
  };

/** What SpMM's maximum has to do on every backend; `open` makes one current. */
export function describeSpmmMax(backend: string, open: () => Promise<void>): void {
  describe(`SpMM's maximum on ${backend}`, () => {
    beforeAll(open);

    for (const entries of ENTRIES) {
      const { name, columns, operand, row } = entries;
      it(`and its gradients agree with the definition: ${name}`, async () => {
        for (const [heads, width] of casesFor(entries, [
          [1, 1],
          [1, 8],
          [3, 2],
          [2, 4],
        ])) {
          const shape = [columns, heads * width];
          await expectOperation(
            operand,
            (matrix, x) => spmm(matrix, x as Tensor2D, null, 'max'),
            [shape],
            maxima(entries, heads, width),
            // A hub's largest entries lie close together: the difference must not step over them.
            { most: 4, step: 1e-7 },
          );
          // Values of duplicate entries differ, so that no two of a row tie.
          await expectOperation(
            operand,
            (matrix, x, value) => spmm(matrix, x as Tensor2D, value as EntryValues, 'max'),
            [shape, [row.length, heads]],
            maxima(entries, heads, width),
            { most: 4, step: 1e-7 },
          );
        }
      });
    }

    it('shares the gradient evenly among equal maxima, also where a long row is cut between them', async () => {
      const pairs = Array.from({ length: 600 }, (_, c): [number, number] => [0, c]);
      const matrix = sparseOperand(fromPairs(1, 600, pairs));
      const x = tensor2d(
        Array.from({ length: 600 }, (_, c) => ([3, 4, 599].includes(c) ? 7 : -1)),
        [600, 1],
      );
      const dy = tensor2d([[6]]);
      const gradient = grads((given: Tensor) => spmm(matrix, given as Tensor2D, null, 'max'))([x], dy)[0];
      const expected = Array.from({ length: 600 }, (_, c) => ([3, 4, 599].includes(c) ? 2 : 0));
      expect([...(await gradient.data())]).toEqual(expected);
      for (const one of [matrix, x, dy, gradient]) one.dispose();
    });

    it('counts a duplicate entry as one more maximum', async () => {
      const matrix = entriesNamed('isolated nodes, self-loops, duplicates, one direction only').operand();
      const x = tensor2d([2, 2, 0, 0, 0, -1], [6, 1]);
      const dy = tensor2d([0, 3, 4, 0, 0, 10], [6, 1]);
      const out = spmm(matrix, x, null, 'max');
      const gradient = grads((given: Tensor) => spmm(matrix, given as Tensor2D, null, 'max'))([x], dy)[0];
      expect([...(await out.data())]).toEqual([0, 2, 2, 0, 0, -1]);
      expect([...(await gradient.data())]).toEqual([2, 5, 0, 0, 0, 10]);
      for (const one of [matrix, x, dy, out, gradient]) one.dispose();
    });
  });
}
