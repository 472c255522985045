import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawCurve, heightsOf, widthBreaks } from './curve';

const draw = (heights: (number | null)[], broken: number[] = []) =>
  drawCurve(
    heights,
    new Set(broken),
    (k) => 10 * k,
    (h) => 100 - 100 * h,
  );

describe('heightsOf', () => {
  const ownRange = (values: (number | null)[]) => heightsOf(values, 'number');

  it('leaves a share where it is', () => expect(heightsOf([0.01, null, 0.5], 'share')).toEqual([0.01, null, 0.5]));
  it('runs from 0 to the largest value', () => expect(ownRange([2, null, 1, 4])).toEqual([0.5, null, 0.25, 1]));
  it('keeps zero in place when values are negative', () => expect(ownRange([-1, 0, 1])).toEqual([0, 0.5, 1]));
  it('is flat for a measure that is always 0', () => expect(ownRange([0, 0])).toEqual([0, 0]));

  it('stays within 0…1 and keeps the order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2 }), (values) => {
        const heights = ownRange(values).map(Number);
        for (const height of heights) expect(height >= 0 && height <= 1).toBe(true);
        for (let i = 1; i < values.length; i++) {
          if (values[i] > values[i - 1]) expect(heights[i]).toBeGreaterThanOrEqual(heights[i - 1]);
        }
      }),
    );
  });
});

describe('drawCurve', () => {
  it('joins neighbouring hops', () => expect(draw([1, 0.5, 0]).path).toBe('M0 0L10 50L20 100'));

  it('leaves a gap where a value is missing', () => {
    expect(draw([1, 0.5, null, 0.2, 0.1])).toMatchObject({ path: 'M0 0L10 50M30 80L40 90', alone: [] });
  });

  it('breaks where the width changes, and shows a hop without neighbours as a dot', () => {
    expect(draw([1, 0.5, 0.4], [1])).toMatchObject({ path: 'M10 50L20 60', alone: [0] });
    expect(draw([0.3])).toMatchObject({ path: '', alone: [0] });
  });

  it('draws every known hop exactly once', () => {
    const value = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(fc.array(value), fc.array(fc.nat(20)), (heights, broken) => {
        const { path, alone } = draw(heights, broken);
        const drawn = path.match(/[ML]/g)?.length ?? 0;
        expect(drawn + alone.length).toBe(heights.filter((height) => height !== null).length);
      }),
    );
  });
});

describe('widthBreaks', () => {
  it('names the hops whose width differs from the one before', () => {
    expect([...widthBreaks([72, 16, 16, 4])]).toEqual([1, 3]);
  });
});
