import { type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../../graph/random';
import { expectOperation } from '../../testing/differentiate';
import { casesFor, ENTRIES, type Entries, entriesNamed } from '../../testing/entries';
import { largestDifference } from '../../testing/patterns';
import { pairOperand } from '../sparse-operand';
import { edgeSoftmax } from './edge-softmax';

const softmax =
  ({ rows, row }: Entries, heads: number) =>
  (score: Float64Array) => {
    const most = new Float64Array(rows * heads).fill(Number.NEGATIVE_INFINITY);
    const sum = new Float64Array(rows * heads);
    const at = (i: number) => row[Math.floor(i / heads)] * heads + (i % heads);
    score.forEach((s, i) => {
      most[at(i)] = Math.max(most[at(i)], s);
    });
    const above = score.map((s, i) => Math.exp(s - most[at(i)]));
    above.forEach((e, i) => {
      sum[at(i)] += e;
    });
    return above.map((e, i) => e / sum[at(i)]);
  };

/** What the softmax over incoming edges has to do on every backend; `open` makes one current. */
export function describeEdgeSoftmax(backend: string, open: () => Promise<void>): void {
  describe(`edge softmax on ${backend}`, () => {
    beforeAll(open);

    for (const entries of ENTRIES) {
      it(`and its gradient agree with the definition: ${entries.name}`, async () => {
        for (const heads of casesFor(entries, [1, 3, 8, 4])) {
          await expectOperation(
            entries.operand,
            (matrix, score) => edgeSoftmax(matrix, score as Tensor2D),
            [[entries.row.length, heads]],
            softmax(entries, heads),
            { most: 2 },
          );
        }
      });
    }

    it('neither overflows nor vanishes where scores are large, small and far apart', async () => {
      const matrix = entriesNamed('isolated nodes, self-loops, duplicates, one direction only').operand();
      const score = tensor2d([1000, 1000, -1000, -1000, -1001, 80, -80], [7, 1]);
      const weight = edgeSoftmax(matrix, score);
      const expected = [0.5, 0.5, 0, 0.7310586, 0.2689414, 1, 0];
      for (const [p, w] of (await weight.data()).entries()) expect(w).toBeCloseTo(expected[p], 6);
      for (const one of [matrix, score, weight]) one.dispose();
    });

    it('is right to six digits however far two scores are apart', async () => {
      const rows = 500;
      const row = Int32Array.from({ length: 2 * rows }, (_, p) => p >> 1);
      const matrix = pairOperand(rows, 1, row, new Int32Array(2 * rows));
      const apart = Float32Array.from({ length: rows }, (_, r) => (r - rows / 2) / 2.9);
      for (const heads of [1, 4]) {
        const score = tensor2d(
          Float32Array.from({ length: 2 * rows * heads }, (_, i) => {
            const p = Math.floor(i / heads);
            return p % 2 === 0 ? apart[p >> 1] : 0;
          }),
          [2 * rows, heads],
        );
        const weight = edgeSoftmax(matrix, score);
        const expected = Float64Array.from({ length: 2 * rows * heads }, (_, i) => {
          const p = Math.floor(i / heads);
          return 1 / (1 + Math.exp(p % 2 === 0 ? -apart[p >> 1] : apart[p >> 1]));
        });
        expect(largestDifference(await weight.data(), expected)).toBeLessThan(1e-6);
        for (const one of [score, weight]) one.dispose();
      }
      matrix.dispose();
    });

    it.each([1e3, -1e3, 3e4])(
      'keeps its digits where all scores are near %i, in rows of one part and of several',
      async (near) => {
        const random = seededRandom(8);
        const lengths = [1, 3, 40, 256, 257, 1000, 70_000];
        const row = Int32Array.from(lengths.flatMap((length, r) => new Array<number>(length).fill(r)));
        const entries: Entries = { ...entriesNamed('no entries'), rows: lengths.length, row };
        const matrix = pairOperand(lengths.length, 1, row, new Int32Array(row.length));
        for (const heads of [1, 4]) {
          const data = Float32Array.from({ length: row.length * heads }, () => near + 4 * random.normal());
          const score = tensor2d(data, [row.length, heads]);
          const weight = edgeSoftmax(matrix, score);
          const expected = softmax(entries, heads)(Float64Array.from(data));
          const found = await weight.data();
          const relative = expected.reduce((most, w, i) => Math.max(most, Math.abs(found[i] / w - 1)), 0);
          expect(relative).toBeLessThan(1e-5);
          for (const one of [score, weight]) one.dispose();
        }
        matrix.dispose();
      },
    );

    it('refuses scores that do not fit', () => {
      const matrix = entriesNamed('more columns than rows').operand();
      const score = tensor2d([1, 2], [2, 1]);
      expect(() => edgeSoftmax(matrix, score)).toThrow('2 scores for 3 entries');
      for (const one of [matrix, score]) one.dispose();
    });
  });
}
