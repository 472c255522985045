import { grads, memory, type Tensor, type Tensor1D, type Tensor2D, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectOperation } from '../../testing/differentiate';
import { casesFor, ENTRIES, type Entries } from '../../testing/entries';
import { fromPairs, largestDifference, PATTERNS, randomArray, tolerance } from '../../testing/patterns';
import { type SparsePattern, sparseOperand } from '../sparse-operand';
import { type Reduce, spmm } from './spmm';

/** SpMM as its definition reads, in float64. */
function naive(
  pattern: SparsePattern,
  x: Float32Array,
  columns: number,
  value: Float32Array | null,
  reduce: Reduce,
): Float64Array {
  const out = new Float64Array(pattern.rows * columns);
  for (let r = 0; r < pattern.rows; r++) {
    const count = pattern.pointer[r + 1] - pattern.pointer[r];
    for (let p = pattern.pointer[r]; p < pattern.pointer[r + 1]; p++) {
      for (let c = 0; c < columns; c++) {
        const term = (value ? value[p] : 1) * x[pattern.index[p] * columns + c];
        out[r * columns + c] += reduce === 'mean' ? term / count : term;
      }
    }
  }
  return out;
}

/** The same with a factor a head, over entries in any order. */
const headed =
  ({ rows, row, column }: Entries, heads: number, width: number, reduce: Reduce) =>
  (x: Float64Array, value: Float64Array) => {
    const columns = heads * width;
    const out = new Float64Array(rows * columns);
    const count = new Float64Array(rows);
    for (const r of row) count[r]++;
    row.forEach((r, p) => {
      for (let c = 0; c < columns; c++) {
        const term = value[p * heads + Math.floor(c / width)] * x[column[p] * columns + c];
        out[r * columns + c] += reduce === 'mean' ? term / count[r] : term;
      }
    });
    return out;
  };

async function run(
  pattern: SparsePattern,
  x: Float32Array,
  columns: number,
  value: Float32Array | null,
  reduce: Reduce,
) {
  const operand = sparseOperand(pattern);
  const dense = tensor2d(x, [pattern.columns, columns]);
  const factor = value && tensor1d(value);
  const out = spmm(operand, dense, factor, reduce);
  const result = { shape: out.shape, data: (await out.data()) as Float32Array };
  for (const one of [operand, dense, factor, out]) one?.dispose();
  return result;
}

/** What SpMM has to do on every backend; `open` makes one current. */
export function describeSpmm(backend: string, open: () => Promise<void>): void {
  describe(`SpMM on ${backend}`, () => {
    beforeAll(open);

    const variants = [1, 3, 4, 16].flatMap((columns) =>
      (['sum', 'mean'] as const).flatMap((reduce) => [true, false].map((weighted) => ({ columns, reduce, weighted }))),
    );
    for (const [name, pattern] of Object.entries(PATTERNS)) {
      it(`agrees with the plain definition: ${name}`, async () => {
        for (const { columns, reduce, weighted } of variants) {
          const entries = pattern.index.length;
          const x = randomArray(pattern.columns * columns, 3);
          const value = weighted ? randomArray(entries, 5) : null;
          const expected = naive(pattern, x, columns, value, reduce);
          const { shape, data } = await run(pattern, x, columns, value, reduce);
          expect(shape).toEqual([pattern.rows, columns]);
          const error = largestDifference(data, expected);
          expect(error, `${columns} columns, ${reduce}, ${weighted ? 'values' : 'ones'}`).toBeLessThan(
            tolerance(expected, 1e-5),
          );
        }
      });
    }

    for (const entries of ENTRIES) {
      it(`multiplies each head's columns by its own values: ${entries.name}`, async () => {
        const { columns, row, operand } = entries;
        for (const [heads, width, reduce] of casesFor(entries, [
          [3, 1, 'sum'],
          [2, 7, 'sum'],
          [4, 20, 'sum'],
          [2, 4, 'mean'],
        ] as const)) {
          await expectOperation(
            operand,
            (matrix, x, value) => spmm(matrix, x as Tensor2D, value as Tensor2D, reduce),
            [
              [columns, heads * width],
              [row.length, heads],
            ],
            headed(entries, heads, width, reduce),
            { most: 3 },
          );
        }
      });
    }

    it('keeps indices exact above 2²⁴, where a float would not', async () => {
      const rows = 2 ** 24 + 4;
      const x = new Float32Array(rows);
      x.set([1, 2, 3, 4], rows - 4);
      const pattern = {
        rows: 2,
        columns: rows,
        pointer: Int32Array.of(0, 1, 2),
        index: Int32Array.of(rows - 3, rows - 1),
      };
      expect([...(await run(pattern, x, 1, null, 'sum')).data]).toEqual([2, 4]);
    });

    it('takes more threads than one dimension of a dispatch has', async () => {
      const rows = 300_000;
      const index = Int32Array.from({ length: rows }, (_, r) => rows - 1 - r);
      const pattern = { rows, columns: rows, pointer: Int32Array.from({ length: rows + 1 }, (_, r) => r), index };
      const x = Float32Array.from({ length: rows * 15 }, (_, i) => i);
      const { data } = await run(pattern, x, 15, null, 'sum');
      const wrong = data.findIndex((value, i) => value !== x[index[Math.floor(i / 15)] * 15 + (i % 15)]);
      expect(wrong).toBe(-1);
    });

    it('repeats to the bit', async () => {
      const pattern = PATTERNS['a hub with 70,000 entries'];
      const x = randomArray(pattern.columns * 8, 3);
      const value = randomArray(pattern.index.length, 5);
      const first = await run(pattern, x, 8, value, 'sum');
      const second = await run(pattern, x, 8, value, 'sum');
      expect(second.data).toEqual(first.data);
    });

    it('gives the gradients of finite differences, in x and in the values', async () => {
      for (const [name, reduce] of [
        ['isolated nodes, self-loops, duplicates, one direction only', 'sum'],
        ['more columns than rows', 'mean'],
      ] as const) {
        await checkGradients(PATTERNS[name], 4, reduce);
      }
    });

    it('gives the gradients of a hub that is cut, both ways round', async () => {
      const down = fromPairs(
        1,
        300,
        Array.from({ length: 300 }, (_, c) => [0, c]),
      );
      const up = fromPairs(
        300,
        1,
        Array.from({ length: 300 }, (_, r) => [r, 0]),
      );
      await checkGradients(down, 1, 'mean');
      await checkGradients(up, 1, 'sum');
    });

    it('refuses rows and values that do not fit', () => {
      const operand = sparseOperand(PATTERNS['more columns than rows']);
      const x = tensor2d(new Float32Array(8), [4, 2]);
      const fitting = tensor2d(new Float32Array(14), [7, 2]);
      const value = tensor1d([1, 2]);
      expect(() => spmm(operand, x)).toThrow('x has 4 rows, but the sparse matrix has 7 columns');
      expect(() => spmm(operand, fitting, value)).toThrow('2 values for 3 entries');
      const headed = tensor2d(new Float32Array(12), [3, 4]);
      expect(() => spmm(operand, fitting, headed)).toThrow('the 2 columns of x do not divide among 4 heads');
      for (const one of [operand, x, fitting, value, headed]) one.dispose();
    });

    it('leaves nothing behind', async () => {
      const before = memory();
      await checkGradients(PATTERNS['random, 300 nodes'], 4, 'mean', 3);
      expect(memory()).toMatchObject({ numTensors: before.numTensors, numBytes: before.numBytes });
    });
  });
}

/**
 * SpMM is linear in x and in the values, so a central difference with a step of 1 is exact but for rounding.
 * Checks at most `most` coordinates of each.
 */
async function checkGradients(pattern: SparsePattern, columns: number, reduce: Reduce, most = 40): Promise<void> {
  const x = randomArray(pattern.columns * columns, 3);
  const value = randomArray(pattern.index.length, 5);
  const arriving = randomArray(pattern.rows * columns, 9);
  const loss = (dense: Float32Array, factor: Float32Array) =>
    naive(pattern, dense, columns, factor, reduce).reduce((sum, out, i) => sum + out * arriving[i], 0);
  const difference = (array: Float32Array, at: number, f: (moved: Float32Array) => number) =>
    (f(array.with(at, array[at] + 1)) - f(array.with(at, array[at] - 1))) / 2;

  const operand = sparseOperand(pattern);
  const inputs = [tensor2d(x, [pattern.columns, columns]), tensor1d(value)];
  const dy = tensor2d(arriving, [pattern.rows, columns]);
  const forward = (...[dense, factor]: Tensor[]) => spmm(operand, dense as Tensor2D, factor as Tensor1D, reduce);
  const [dx, dvalue] = grads(forward)(inputs, dy);
  const gradients = [await dx.data(), await dvalue.data()];
  for (const one of [operand, ...inputs, dy, dx, dvalue]) one.dispose();

  const stride = (length: number) => Math.max(1, Math.floor(length / most));
  for (let at = 0; at < x.length; at += stride(x.length)) {
    expect(gradients[0][at]).toBeCloseTo(
      difference(x, at, (moved) => loss(moved, value)),
      4,
    );
  }
  for (let at = 0; at < value.length; at += stride(value.length)) {
    expect(gradients[1][at]).toBeCloseTo(
      difference(value, at, (moved) => loss(x, moved)),
      4,
    );
  }
}
