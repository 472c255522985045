import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inside } from './lasso';

const SQUARE = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
  { x: 0, y: 10 },
];
/** A C, open to the right. */
const HOOK = [
  ...[
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 2 },
    { x: 2, y: 2 },
  ],
  ...[
    { x: 2, y: 8 },
    { x: 10, y: 8 },
    { x: 10, y: 10 },
    { x: 0, y: 10 },
  ],
];

describe('inside', () => {
  it('is what the path goes around, its mouth left out', () => {
    expect(inside(HOOK, 1, 5)).toBe(true);
    expect(inside(HOOK, 9, 1)).toBe(true);
    expect(inside(HOOK, 9, 5)).toBe(false);
    expect(inside(HOOK, 11, 1)).toBe(false);
  });

  it('does not depend on where the path begins nor on which way it runs', () => {
    const place = fc.double({ min: -2, max: 12, noNaN: true });
    fc.assert(
      fc.property(place, place, fc.nat(7), (x, y, start) => {
        const turned = [...HOOK.slice(start), ...HOOK.slice(0, start)];
        expect(inside(turned, x, y)).toBe(inside(HOOK, x, y));
        expect(inside(HOOK.toReversed(), x, y)).toBe(inside(HOOK, x, y));
        expect(inside(SQUARE, x, y)).toBe(x >= 0 && x < 10 && y >= 0 && y < 10);
      }),
    );
  });
});
