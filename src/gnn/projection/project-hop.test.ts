import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DenseMatrix, SparseMatrix } from '../../graph/graph';
import { seededRandom } from '../../graph/random';
import { projectHop } from './project-hop';

function gaussian(
  rows: number,
  columns: number,
  seed: number,
  scales: (column: number) => number = () => 1,
): DenseMatrix {
  const random = seededRandom(seed);
  const data = Float32Array.from({ length: rows * columns }, (_, at) => random.normal() * scales(at % columns));
  return { kind: 'dense', rows, columns, data };
}

function sparse(dense: DenseMatrix): SparseMatrix {
  const pointer = [0];
  const index: number[] = [];
  const value: number[] = [];
  for (let r = 0; r < dense.rows; r++) {
    for (let c = 0; c < dense.columns; c++) {
      const x = dense.data[r * dense.columns + c];
      if (x === 0) continue;
      index.push(c);
      value.push(x);
    }
    pointer.push(index.length);
  }
  const { rows, columns } = dense;
  return {
    kind: 'sparse',
    rows,
    columns,
    pointer: Int32Array.from(pointer),
    index: Int32Array.from(index),
    value: Float32Array.from(value),
  };
}

const distance = (data: ArrayLike<number>, width: number, i: number, j: number) =>
  Math.hypot(...Array.from({ length: width }, (_, c) => data[i * width + c] - data[j * width + c]));

/** Each row a random unit vector times `factor`: the ways PCA can be asked, by shape. */
const SHAPES: [rows: number, columns: number][] = [
  [40, 8],
  [8, 40],
  [300, 5],
  [5, 300],
  [300, 280],
];

describe('projectHop', () => {
  it.each(SHAPES)('keeps all distances of %i × %i rows that lie in three dimensions', (rows, columns) => {
    const flat = gaussian(rows, 3, 1);
    const frame = gaussian(3, columns, 2).data;
    const data = new Float32Array(rows * columns);
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++) {
        for (let k = 0; k < 3; k++) data[r * columns + c] += flat.data[r * 3 + k] * frame[k * columns + c];
      }
    }
    const { scores, explained } = projectHop({ kind: 'dense', rows, columns, data });
    expect(explained[0] + explained[1] + explained[2]).toBeCloseTo(1, 5);
    for (let i = 1; i < rows; i++) {
      const given = distance(data, columns, i, i - 1);
      expect(Math.abs(distance(scores, 3, i, i - 1) - given)).toBeLessThan(1e-4 * (1 + given));
    }
  });

  it('never lengthens a distance and drops only what it says', () => {
    const matrix = gaussian(60, 12, 3, (c) => 1 / (1 + c));
    const { scores, explained } = projectHop(matrix);
    let shown = 0;
    let all = 0;
    for (let i = 0; i < 60; i++) {
      for (let j = 0; j < i; j++) {
        const before = distance(matrix.data, 12, i, j);
        const after = distance(scores, 3, i, j);
        expect(after).toBeLessThanOrEqual(before * (1 + 1e-5));
        shown += after ** 2;
        all += before ** 2;
      }
    }
    expect(shown / all).toBeCloseTo(explained[0] + explained[1] + explained[2], 5);
    expect(explained[0]).toBeGreaterThan(explained[1]);
    expect(explained[1]).toBeGreaterThan(explained[2]);
  });

  it('is the same for sparse and dense input, narrow and wide', () => {
    for (const [rows, columns] of SHAPES) {
      const matrix = gaussian(rows, columns, 4, (c) => 1 / (1 + c));
      matrix.data.forEach((x, at) => {
        if (Math.abs(x) < 0.05) matrix.data[at] = 0;
      });
      const dense = projectHop(matrix);
      const other = projectHop(sparse(matrix));
      dense.scores.forEach((score, at) => {
        expect(other.scores[at]).toBeCloseTo(score, 4);
      });
    }
  });

  it('agrees with power iteration with deflation on a wide matrix', () => {
    const [rows, columns] = [300, 280];
    const matrix = gaussian(rows, columns, 5, (c) => 0.6 ** c);
    const { scores } = projectHop(matrix);
    const x = Float64Array.from(matrix.data);
    for (let c = 0; c < columns; c++) {
      let mean = 0;
      for (let r = 0; r < rows; r++) mean += x[r * columns + c] / rows;
      for (let r = 0; r < rows; r++) x[r * columns + c] -= mean;
    }
    for (let k = 0; k < 3; k++) {
      let v = new Float64Array(columns).fill(1);
      let u = new Float64Array(rows);
      for (let step = 0; step < 40; step++) {
        const size = Math.hypot(...v);
        v = v.map((value) => value / size);
        u = u.map((_, r) => v.reduce((sum, value, c) => sum + value * x[r * columns + c], 0));
        v = v.map((_, c) => u.reduce((sum, value, r) => sum + value * x[r * columns + c], 0));
      }
      const size = Math.hypot(...v);
      for (let r = 0; r < rows; r++) {
        for (let c = 0; c < columns; c++) x[r * columns + c] -= (u[r] * v[c]) / size;
        expect(Math.abs(scores[r * 3 + k])).toBeCloseTo(Math.abs(u[r]), 3);
      }
    }
  });

  it('centres, and gives the same picture twice', () => {
    const matrix = gaussian(50, 6, 6);
    const shifted = { ...matrix, data: matrix.data.map((x) => x + 8) };
    const { scores } = projectHop(matrix);
    expect(projectHop(matrix).scores).toEqual(scores);
    projectHop(shifted).scores.forEach((score, at) => {
      expect(score).toBeCloseTo(scores[at], 4);
    });
    for (let k = 0; k < 3; k++) {
      const column = Array.from({ length: 50 }, (_, r) => scores[r * 3 + k]);
      expect(column.reduce((sum, score) => sum + score, 0)).toBeCloseTo(0, 4);
      expect(Math.max(...column)).toBeGreaterThanOrEqual(-Math.min(...column) * (1 - 1e-6));
    }
  });

  it('never rescales: a hop that shrinks is drawn that much smaller', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (seed, factor) => {
          const matrix = gaussian(20, 5, seed);
          const before = projectHop(matrix).scores;
          const after = projectHop({ ...matrix, data: matrix.data.map((x) => x * factor) }, before).scores;
          after.forEach((score, at) => {
            expect(Math.abs(score - before[at] * factor)).toBeLessThan(1e-4 * factor);
          });
        },
      ),
      { numRuns: 30 },
    );
  });

  it('draws a constant hop as one point, whatever its values', () => {
    for (const value of [0, 0.1, 1e-30, 1e30]) {
      const matrix: DenseMatrix = { kind: 'dense', rows: 1000, columns: 7, data: new Float32Array(7000).fill(value) };
      const { scores, explained } = projectHop(matrix, gaussian(1000, 3, 7).data);
      expect(scores.every((score) => score === 0)).toBe(true);
      expect(explained).toEqual([0, 0, 0]);
    }
  });

  it('copes with one node, no columns and no nodes', () => {
    expect(Array.from(projectHop(gaussian(1, 4, 8)).scores)).toEqual([0, 0, 0]);
    expect(Array.from(projectHop(gaussian(2, 0, 8)).scores)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(projectHop(gaussian(0, 4, 8)).scores.length).toBe(0);
    expect(projectHop(gaussian(2, 1, 8)).explained[0]).toBeCloseTo(1, 6);
  });

  it('refuses an embedding that is not finite', () => {
    const data = Float32Array.of(1, 2, Number.POSITIVE_INFINITY, 4);
    expect(() => projectHop({ kind: 'dense', rows: 2, columns: 2, data })).toThrow(/not finite/);
  });

  it('refuses finite rows whose distances are not, in words for a person', () => {
    const data = Float32Array.of(3e38, 3e38, -3e38, -3e38);
    expect(() => projectHop({ kind: 'dense', rows: 2, columns: 2, data })).toThrow(
      /^Rows are so far apart that their distances left the range of 32-bit numbers\. Take a smaller gain/,
    );
  });
});
