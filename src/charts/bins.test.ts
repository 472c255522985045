import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binned } from './bins';

describe('binned', () => {
  it('leaves short vectors alone', () => expect(binned([1, 2, 3], 64)).toEqual({ cells: [1, 2, 3], size: 1 }));
  it('takes means of neighbours, the last of what is left', () => {
    expect(binned([1, 3, 5, 7, 9], 3)).toEqual({ cells: [2, 6, 9], size: 2 });
  });

  it('never has more cells than asked for, and keeps the sum', () => {
    const vectors = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 500 });
    fc.assert(
      fc.property(vectors, fc.integer({ min: 1, max: 64 }), (values, most) => {
        const { cells, size } = binned(values, most);
        expect(cells.length).toBeLessThanOrEqual(most);
        const members = (i: number) => Math.min(values.length, (i + 1) * size) - i * size;
        const total = cells.reduce((sum, cell, i) => sum + cell * members(i), 0);
        expect(total).toBeCloseTo(
          values.reduce((sum, value) => sum + value, 0),
          6,
        );
      }),
    );
  });
});
