import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourAt, createTween, place, placeAt, progressOf, ROW, retarget } from './tween';

const at = (x: number, y: number) => Float32Array.of(x, y);
const grey = (value: number) => Uint8Array.of(value, value, value, 255);

/** One point at rest in the middle, black. */
function resting() {
  const tween = createTween(1);
  retarget(tween, { places: at(0, 0), colours: grey(0) }, 0, 0);
  return tween;
}

describe('a tween', () => {
  it('begins where the point stands, ends where it was sent, and rests there', () => {
    const tween = resting();
    retarget(tween, { places: at(1, -2), colours: grey(200) }, 1000, 300);
    expect(placeAt(tween, 0, progressOf(tween, 1000))).toEqual({ x: 0, y: 0 });
    const middle = placeAt(tween, 0, progressOf(tween, 1150));
    expect(middle.x).toBeGreaterThan(0.1);
    expect(middle.x).toBeLessThan(1);
    expect(middle.y).toBeCloseTo(-2 * middle.x, 6);
    expect(placeAt(tween, 0, progressOf(tween, 1300))).toEqual({ x: 1, y: -2 });
    expect(progressOf(tween, 9000)).toBe(1);
    expect(colourAt(tween, 0, 1)).toEqual([200, 200, 200, 255]);
  });

  it('never leaps when it is sent elsewhere on the way', () => {
    const coordinate = fc.float({ min: -1, max: 1, noNaN: true });
    const order = fc.record({
      x: coordinate,
      y: coordinate,
      shade: fc.nat(255),
      after: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 8 }), (orders) => {
        const tween = resting();
        let now = 0;
        for (const { x, y, shade, after } of orders) {
          now += after;
          const before = placeAt(tween, 0, progressOf(tween, now));
          const [red] = colourAt(tween, 0, progressOf(tween, now));
          retarget(tween, { places: at(x, y), colours: grey(shade) }, now, 300);
          const next = placeAt(tween, 0, progressOf(tween, now));
          expect(next.x).toBeCloseTo(before.x, 5);
          expect(next.y).toBeCloseTo(before.y, 5);
          expect(colourAt(tween, 0, progressOf(tween, now))[0]).toBe(red);
          expect(placeAt(tween, 0, 1).x).toBeCloseTo(x, 6);
        }
      }),
    );
  });

  it('goes on to its place when only its colour is sent elsewhere', () => {
    const tween = resting();
    retarget(tween, { places: at(1, 1) }, 0, 300);
    retarget(tween, { colours: grey(90) }, 100, 300);
    expect(placeAt(tween, 0, 1)).toEqual({ x: 1, y: 1 });
    expect(colourAt(tween, 0, 1)[0]).toBe(90);
  });

  it('is put somewhere at once without holding its colour up', () => {
    const tween = resting();
    retarget(tween, { colours: grey(100) }, 0, 300);
    place(tween, at(0.5, 0.25));
    expect(placeAt(tween, 0, progressOf(tween, 30))).toEqual({ x: 0.5, y: 0.25 });
    expect(colourAt(tween, 0, progressOf(tween, 30))[0]).toBeLessThan(100);
    expect(colourAt(tween, 0, progressOf(tween, 300))[0]).toBe(100);
  });

  it('takes no time when it is given none', () => {
    const tween = resting();
    retarget(tween, { places: at(1, 0) }, 50, 0);
    expect(progressOf(tween, 50)).toBe(1);
    expect(placeAt(tween, 0, 0)).toEqual({ x: 1, y: 0 });
  });

  it('fills whole rows of a texture, and points without a colour are there', () => {
    for (const count of [0, 1, ROW, ROW + 1]) {
      const tween = createTween(count);
      expect(tween.places.length % (4 * ROW)).toBe(0);
      expect(tween.places.length).toBeGreaterThanOrEqual(4 * count);
      expect(tween.colours.length).toBe(2 * tween.places.length);
    }
    const tween = createTween(2);
    retarget(tween, { colours: grey(7) }, 0, 0);
    expect(colourAt(tween, 0, 1)).toEqual([7, 7, 7, 255]);
    expect(colourAt(tween, 1, 1)[3]).toBe(255);
  });
});
