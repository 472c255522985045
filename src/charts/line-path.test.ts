import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisEnd, linePath, niceCeiling, thinned } from './line-path';

describe('thinned', () => {
  it('keeps all where there is room, and the ends always', () => {
    expect(thinned(4, 10)).toEqual([0, 1, 2, 3]);
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1e6 }), fc.integer({ min: 2, max: 500 }), (count, most) => {
        const positions = thinned(count, most);
        expect(positions).toHaveLength(Math.min(count, most));
        expect([positions[0], positions.at(-1)]).toEqual([0, count - 1]);
        expect(new Set(positions).size).toBe(positions.length);
      }),
    );
  });
});

describe('linePath', () => {
  const same = (value: number) => value;
  it('joins neighbours and breaks where there is nothing', () => {
    expect(linePath([1, 2, null, 3, 4], [0, 1, 2, 3, 4], same, same)).toBe('M0 1L1 2M3 3L4 4');
    expect(linePath([], [], same, same)).toBe('');
  });
});

describe('niceCeiling', () => {
  it('is the next round number', () => {
    expect([1.38, 2, 0.7, 0.012, 6e4, 0].map(niceCeiling)).toEqual([2, 2, 1, 0.02, 1e5, 1]);
    expect(niceCeiling(Number.POSITIVE_INFINITY)).toBe(1);
  });
  it('is never below, and at most two and a half times as much', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (value) => {
        const nice = niceCeiling(value);
        expect(nice / value).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(nice / value).toBeLessThanOrEqual(2.5 + 1e-9);
      }),
    );
  });
});

it('an axis of counts ends near what is there, and never beyond what there can be', () => {
  expect([0, 20, 21, 40, 51, 100, 101, 9999].map((count) => axisEnd(count, 10_000))).toEqual([
    20, 20, 50, 50, 100, 100, 200, 10_000,
  ]);
  expect([0, 7, 8].map((count) => axisEnd(count, 8))).toEqual([8, 8, 8]);
  expect(axisEnd(30, 40)).toBe(40);
});
