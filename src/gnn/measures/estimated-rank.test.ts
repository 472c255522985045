import { describe, expect, it } from 'vitest';
import type { DenseMatrix } from '../../graph/graph';
import { seededRandom } from '../../graph/random';
import { columnGram } from '../linear-algebra/gram';
import { symmetricEigenvalues } from '../linear-algebra/symmetric-eigen';
import { effectiveRank } from './effective-rank';
import { estimatedRank } from './estimated-rank';
import { spectrumOf } from './spectrum';

function filled(rows: number, columns: number, value: (r: number, c: number) => number): DenseMatrix {
  const data = Float32Array.from({ length: rows * columns }, (_, at) => value(Math.floor(at / columns), at % columns));
  return { kind: 'dense', rows, columns, data };
}

const estimated = (matrix: DenseMatrix) => estimatedRank(matrix, spectrumOf(matrix, null));

describe('the estimated rank', () => {
  it.each([1e-38, 1e-10, 1, 1e30])('agrees with the exact one within its error, at size %f', (size) => {
    const random = seededRandom(3);
    const matrix = filled(400, 120, (_, c) => (random.normal() * 0.96 ** c + 0.3) * size);
    const squares = symmetricEigenvalues(columnGram(matrix, null), 120);
    const exact = effectiveRank({ squares, complete: true, error: 0, leading: null }) ?? Number.NaN;
    const { mean, error } = estimated(matrix) ?? { mean: Number.NaN, error: 0 };
    expect(error).toBeLessThan(0.05 * exact);
    expect(Math.abs(mean - exact)).toBeLessThan(4 * error);
  });

  it('is 1 when all rows are multiples of one', () => {
    const { mean } = estimated(filled(300, 280, (r, c) => (r + 1) * Math.fround(Math.sin(c)))) ?? { mean: 0 };
    expect(mean).toBeGreaterThanOrEqual(1);
    expect(mean).toBeLessThan(1.001);
  });

  it('is not there for zeros, or where it would take too long', () => {
    expect(estimated(filled(300, 280, () => 0))).toBeNull();
    expect(
      estimatedRank(
        filled(1500, 500, () => 1),
        spectrumOf(
          filled(3, 3, () => 1),
          null,
        ),
      ),
    ).toBeNull();
  });
});
