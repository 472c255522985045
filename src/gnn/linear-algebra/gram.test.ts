import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DenseMatrix } from '../../graph/graph';
import { seededRandom } from '../../graph/random';
import { columnGram } from './gram';
import { addGramPlain, BLOCK_ROWS, gramBlocks } from './gram-blocks';
import { symmetricEigenvalues } from './symmetric-eigen';

const anyMatrix = fc
  .record({
    rows: fc.integer({ min: 1, max: 70 }),
    columns: fc.oneof(fc.integer({ min: 1, max: 19 }), fc.constantFrom(64, 255, 256, 257)),
    scale: fc.constantFrom(0, 1e-45, 1e-30, 1, 1e30),
    seed: fc.integer({ min: 1, max: 1e6 }),
  })
  .map(({ rows, columns, scale, seed }): DenseMatrix => {
    const random = seededRandom(seed);
    const data = Float32Array.from({ length: rows * columns }, () => (random.normal() + 1) * scale);
    return { kind: 'dense', rows, columns, data };
  });

describe('the Gram matrix of the columns', () => {
  it('is what the definition says at every width, centred or not', () => {
    fc.assert(
      fc.property(anyMatrix, fc.boolean(), (matrix, centred) => {
        const { rows, columns, data } = matrix;
        const centre = centred ? Float64Array.from({ length: columns }, (_, c) => data[c] / 3) : null;
        const x = (r: number, c: number) => data[r * columns + c] - (centre ? centre[c] : 0);
        const gram = columnGram(matrix, centre);
        const step = Math.ceil(columns / 19);
        let worst = 0;
        for (let a = 0; a < columns; a += step) {
          for (let b = 0; b < columns; b++) {
            let [exact, size] = [0, 0];
            for (let r = 0; r < rows; r++) {
              exact += x(r, a) * x(r, b);
              size += Math.abs(x(r, a) * x(r, b));
            }
            if (size > 0) worst = Math.max(worst, Math.abs(gram[a * columns + b] - exact) / size);
            else expect(gram[a * columns + b]).toBe(0);
          }
        }
        expect(worst).toBeLessThanOrEqual(1e-14);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same by SIMD and by the plain loop, to the last bit', () => {
    const random = seededRandom(2);
    for (const columns of [1, 4, 7, 64]) {
      const { width, block, add, gram } = gramBlocks(columns);
      const plain = new Float64Array(width * width);
      for (const rows of [BLOCK_ROWS, BLOCK_ROWS, 5]) {
        for (let at = 0; at < block.length; at++) block[at] = at % width < columns ? random.normal() : 0;
        add(rows);
        addGramPlain(block, plain, rows, width);
      }
      const found = gram();
      for (let a = 0; a < columns; a++) {
        for (let b = a; b < columns; b++) expect(found[a * columns + b]).toBe(plain[a * width + b]);
      }
    }
  });

  it('leaves nothing but the first value of many equal rows', () => {
    const [rows, columns] = [100_000, 16];
    const data = Float32Array.from({ length: rows * columns }, (_, at) => Math.sin((at % columns) + 1));
    const values = symmetricEigenvalues(columnGram({ kind: 'dense', rows, columns, data }, null), columns);
    for (const value of values.slice(1)) {
      expect(Math.abs(value)).toBeLessThan(columns * Number.EPSILON * values[0]);
    }
  });
});
