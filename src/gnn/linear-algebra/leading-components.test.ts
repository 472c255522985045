import { describe, expect, it } from 'vitest';
import type { DenseMatrix } from '../../graph/graph';
import { seededRandom } from '../../graph/random';
import { columnGram, rowGram } from './gram';
import { leadingComponents } from './leading-components';
import { meanRow, squaredNorm } from './matrix-rows';
import { multiply, multiplyTransposed } from './products';
import { symmetricEigen } from './symmetric-eigen';

function gaussian(rows: number, columns: number, decay: number): DenseMatrix {
  const random = seededRandom(3);
  const data = Float32Array.from(
    { length: rows * columns },
    (_, at) => random.normal() * decay ** (at % columns) + 0.5,
  );
  return { kind: 'dense', rows, columns, data };
}

describe('leadingComponents', () => {
  it.each([
    [120, 40, 0.8],
    [30, 90, 0.95],
    [60, 3, 1],
  ])('agrees with the full decomposition of %i × %i, centred or not', (rows, columns, decay) => {
    const matrix = gaussian(rows, columns, decay);
    for (const centre of [null, meanRow(matrix)]) {
      const full = symmetricEigen(columnGram(matrix, centre), columns).values;
      const { values, error } = leadingComponents(matrix, centre, 3, 1e-7);
      expect(error).toBeLessThan(1e-6);
      for (let k = 0; k < 3; k++) expect(Math.abs(values[k] - full[k])).toBeLessThanOrEqual((error + 1e-12) * full[0]);
    }
  });

  it('tells how far off it is when it has to stop early', () => {
    const matrix = gaussian(500, 400, 1);
    const centre = meanRow(matrix);
    const full = symmetricEigen(columnGram(matrix, centre), 400).values;
    const { values, error } = leadingComponents(matrix, centre, 1, 0);
    expect(error).toBeGreaterThan(0);
    expect(full[0] - values[0]).toBeGreaterThanOrEqual(-1e-9 * full[0]);
    expect(full[0] - values[0]).toBeLessThanOrEqual(error * full[0]);
  });

  it('has zeros beyond the rank, and for a zero matrix', () => {
    const flat: DenseMatrix = {
      kind: 'dense',
      rows: 9,
      columns: 5,
      data: Float32Array.from({ length: 45 }, (_, at) => at % 5),
    };
    const { values } = leadingComponents(flat, null, 3, 1e-6);
    expect(values[0]).toBeCloseTo(9 * (1 + 4 + 9 + 16), 9);
    expect(Math.abs(values[1])).toBeLessThan(1e-9);
    const zero = leadingComponents({ ...flat, data: new Float32Array(45) }, null, 3, 1e-6);
    expect(Array.from(zero.values)).toEqual([0, 0, 0]);
    expect(zero.error).toBe(0);
  });
});

describe('products and Gram matrices', () => {
  const matrix = gaussian(7, 4, 1);
  const centre = meanRow(matrix);
  const x = Array.from({ length: 7 }, (_, r) =>
    Array.from({ length: 4 }, (_, c) => matrix.data[r * 4 + c] - centre[c]),
  );

  it('are what the definition says', () => {
    const q = Float64Array.from({ length: 8 }, (_, i) => i - 3);
    const product = multiply(matrix, centre, q, 2);
    const y = Float64Array.from({ length: 14 }, (_, i) => Math.sin(i));
    const transposed = multiplyTransposed(matrix, centre, y, 2);
    const columns = columnGram(matrix, centre);
    const rows = rowGram(matrix, centre);
    for (let k = 0; k < 2; k++) {
      x.forEach((row, r) => {
        expect(product[r * 2 + k]).toBeCloseTo(
          row.reduce((sum, value, c) => sum + value * q[c * 2 + k], 0),
          12,
        );
      });
      for (let c = 0; c < 4; c++) {
        expect(transposed[c * 2 + k]).toBeCloseTo(
          x.reduce((sum, row, r) => sum + row[c] * y[r * 2 + k], 0),
          12,
        );
      }
    }
    for (let a = 0; a < 4; a++) {
      for (let b = 0; b < 4; b++) {
        expect(columns[a * 4 + b]).toBeCloseTo(
          x.reduce((sum, row) => sum + row[a] * row[b], 0),
          12,
        );
      }
    }
    for (let i = 0; i < 7; i++) {
      for (let j = 0; j < 7; j++) {
        expect(rows[i * 7 + j]).toBeCloseTo(
          x[i].reduce((sum, value, c) => sum + value * x[j][c], 0),
          12,
        );
      }
    }
    expect(squaredNorm(matrix, centre)).toBeCloseTo(
      x.flat().reduce((sum, value) => sum + value * value, 0),
      12,
    );
  });

  it('centre equal rows to exact zeros', () => {
    const same: DenseMatrix = { kind: 'dense', rows: 1001, columns: 3, data: new Float32Array(3003).fill(0.1) };
    expect(Array.from(meanRow(same))).toEqual(Array.from(same.data.subarray(0, 3)));
    expect(squaredNorm(same, meanRow(same))).toBe(0);
  });
});
