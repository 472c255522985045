import { type Tensor, type Tensor2D, zeros } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectOperation } from '../../testing/differentiate';
import { casesFor, ENTRIES, type Entries, entriesNamed } from '../../testing/entries';
import type { SparseOperand } from '../sparse-operand';
import { type Additive, additiveScore } from './additive-score';

const SLOPE = 0.2;

/** The definition of the scores, with D features an entry; D = 0 without. */
const scores =
  ({ row, column }: Entries, heads: number, width: number, features: number) =>
  (left: Float64Array, right: Float64Array, attention: Float64Array, edges?: Float64Array, weight?: Float64Array) =>
    Float64Array.from({ length: row.length * heads }, (_, i) => {
      const p = Math.floor(i / heads);
      let sum = 0;
      for (let c = (i % heads) * width; c < ((i % heads) + 1) * width; c++) {
        let z = left[row[p] * heads * width + c] + right[column[p] * heads * width + c];
        if (edges && weight) for (let d = 0; d < features; d++) z += edges[p * features + d] * weight[c * features + d];
        sum += attention[c] * (z > 0 ? z : SLOPE * z);
      }
      return sum;
    });

const score =
  (heads: number) =>
  (matrix: SparseOperand, ...[left, right, attention, edges, weight]: Tensor[]): Tensor2D =>
    additiveScore(
      matrix,
      { left, right, attention, edges: edges ?? null, weight: weight ?? null } as Additive,
      heads,
      SLOPE,
    );

/** What GATv2's scores have to be on every backend; `open` makes one current. */
export function describeAdditiveScore(backend: string, open: () => Promise<void>): void {
  describe(`additive scores on ${backend}`, () => {
    beforeAll(open);

    for (const entries of ENTRIES) {
      const { name, rows, columns, row, operand } = entries;
      it(`and their gradients agree with the definition: ${name}`, async () => {
        for (const [heads, width, features] of casesFor(entries, [
          [1, 3, 0],
          [3, 1, 2],
          [2, 20, 5],
          [2, 4, 0],
          [2, 4, 1],
        ])) {
          const ends = [[rows, heads * width], [columns, heads * width], [heads * width]];
          const ofEdges = [
            [row.length, features],
            [heads * width, features],
          ];
          await expectOperation(
            operand,
            score(heads),
            features > 0 ? [...ends, ...ofEdges] : ends,
            scores(entries, heads, width, features),
            // A step so small that hardly any of the many z crosses the kink at 0.
            { most: 3, step: 1e-7 },
          );
        }
      });
    }

    it('refuse what does not fit', () => {
      const matrix = entriesNamed('more columns than rows').operand();
      const [left, right, attention] = [zeros([2, 3]), zeros([7, 3]), zeros([3])];
      expect(() => score(2)(matrix, left, right, attention)).toThrow('2 heads do not fit a 2 × 7 matrix of 3 entries');
      const [edges, weight] = [zeros([3, 2]), zeros([3, 1])];
      expect(() => score(1)(matrix, left, right, attention, edges, weight)).toThrow(
        'edges (3,2), weight (3,1) and 1 heads',
      );
      expect(() => score(1)(matrix, left, right, attention, edges)).toThrow('edges (3,2) and 1 heads');
      for (const one of [matrix, left, right, attention, edges, weight]) one.dispose();
    });
  });
}
