import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convexHull, hullsOf } from './hull';

describe('convexHull', () => {
  it('is the corners of a square, whatever lies inside and on its sides', () => {
    const places = [0, 0, 4, 0, 4, 4, 0, 4, 2, 2, 2, 0, 1, 3];
    expect(new Set(convexHull(places, [0, 1, 2, 3, 4, 5, 6]))).toEqual(new Set([0, 1, 2, 3]));
  });

  it('has every point on its left, all the way round', () => {
    const coordinate = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 30 }), (points) => {
        const places = points.flat();
        const hull = convexHull(places, [...points.keys()]);
        hull.forEach((corner, i) => {
          const next = hull[(i + 1) % hull.length];
          for (const [x, y] of points) {
            const [ax, ay, bx, by] = [
              places[2 * corner],
              places[2 * corner + 1],
              places[2 * next],
              places[2 * next + 1],
            ];
            expect((bx - ax) * (y - ay) - (by - ay) * (x - ax)).toBeGreaterThanOrEqual(0);
          }
        });
      }),
    );
  });

  it('of one or two points is they', () => {
    expect(convexHull([0, 0, 1, 1], [1])).toEqual([1]);
    expect(convexHull([0, 0, 1, 1], [1, 0])).toEqual([0, 1]);
  });
});

it('hullsOf goes around each group alone, without what is dimmed', () => {
  const places = [0, 0, 1, 0, 0, 1, 5, 5, 6, 5, 5, 6, 9, 9];
  const hulls = hullsOf([0, 0, 0, 1, 1, 1, 1], 2, places, (node) => node !== 6);
  expect(hulls.map((hull) => new Set(hull))).toEqual([new Set([0, 1, 2]), new Set([3, 4, 5])]);
});
