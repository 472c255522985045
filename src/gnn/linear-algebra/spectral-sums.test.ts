import { describe, expect, it } from 'vitest';
import type { DenseMatrix } from '../../graph/graph';
import { seededRandom } from '../../graph/random';
import { columnGram } from './gram';
import { leadingComponents } from './leading-components';
import { spectralSums } from './spectral-sums';
import { symmetricEigenvalues } from './symmetric-eigen';

function gaussian(rows: number, columns: number): DenseMatrix {
  const random = seededRandom(5);
  const data = Float32Array.from({ length: rows * columns }, (_, at) => random.normal() * 0.97 ** (at % columns) + 0.2);
  return { kind: 'dense', rows, columns, data };
}

const sum = (values: Float64Array, f: (x: number) => number) => values.reduce((all, x) => all + f(Math.max(0, x)), 0);
const FUNCTIONS = [Math.sqrt, (x: number) => (x === 0 ? 0 : Math.sqrt(x) * Math.log(x))];

describe('sums over the spectrum', () => {
  it.each([
    [200, 90],
    [90, 200],
  ])('are estimated within a few standard errors, %i × %i', (rows, columns) => {
    const matrix = gaussian(rows, columns);
    const values = symmetricEigenvalues(columnGram(matrix, null), columns);
    const leading = leadingComponents(matrix, null, 1, 1e-8).vectors;
    const probes = spectralSums(matrix, FUNCTIONS, 40, 40, leading);
    FUNCTIONS.forEach((f, k) => {
      const estimates = probes.map((sums) => sums[k].value);
      const mean = estimates.reduce((all, x) => all + x, 0) / 40;
      const error = Math.sqrt(estimates.reduce((all, x) => all + (x - mean) ** 2, 0) / 39 / 40);
      expect(error).toBeLessThan(0.03 * Math.abs(mean));
      expect(Math.abs(mean - sum(values.subarray(1), f))).toBeLessThan(4 * error);
    });
  });

  it('are exact when the spectrum has few values, and 0 for a zero matrix', () => {
    const n = 30;
    const data = new Float32Array(n * n);
    for (let i = 0; i < n; i++) data[i * n + i] = 3;
    const matrix: DenseMatrix = { kind: 'dense', rows: n, columns: n, data };
    for (const [{ value, halfway }] of spectralSums(matrix, [Math.sqrt], 3, 10)) {
      expect(value).toBeCloseTo(3 * n, 9);
      expect(halfway).toBeCloseTo(3 * n, 9);
    }
    const zero = spectralSums({ ...matrix, data: new Float32Array(n * n) }, [Math.sqrt], 3, 10);
    expect(zero.flat().map(({ value }) => value)).toEqual([0, 0, 0]);
  });
});
