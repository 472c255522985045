import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { place } from './placement';

const WINDOW = { width: 1000, height: 700 };

describe('place', () => {
  it('puts a box under its anchor, flush left', () => {
    const anchor = { left: 100, top: 10, width: 80, height: 32 };
    expect(place(anchor, { width: 300, height: 200 }, WINDOW)).toEqual({ left: 100, top: 50, maxHeight: 642 });
  });

  it('goes above when the box fits only there', () => {
    const anchor = { left: 100, top: 600, width: 80, height: 32 };
    expect(place(anchor, { width: 300, height: 200 }, WINDOW).top).toBe(392);
  });

  it('keeps every box inside the window', () => {
    const size = fc.integer({ min: 1, max: 2000 });
    const anchors = fc.record({
      left: fc.integer({ min: 0, max: 980 }),
      top: fc.integer({ min: 0, max: 660 }),
      width: fc.integer({ min: 1, max: 20 }),
      height: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(anchors, fc.integer({ min: 1, max: 984 }), size, (anchor, width, height) => {
        const { left, top, maxHeight } = place(anchor, { width, height }, WINDOW);
        expect(left).toBeGreaterThanOrEqual(8);
        expect(left + width).toBeLessThanOrEqual(992);
        expect(top).toBeGreaterThanOrEqual(8);
        expect(top + Math.min(height, maxHeight)).toBeLessThanOrEqual(692);
      }),
    );
  });
});
