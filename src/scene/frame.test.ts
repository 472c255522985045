import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { framed, frameOf, homeCamera } from './frame';

describe('frameOf', () => {
  it('fits anything into −1…1 around the middle, without stretching', () => {
    const coordinate = fc.float({ min: -1e4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 4, maxLength: 40 }), (values) => {
        const positions = Float32Array.from(values.slice(0, values.length - (values.length % 2)));
        const framing = frameOf(positions);
        const places = framed(positions, framing);
        const [x, y] = [0, 1].map((axis) => places.filter((_, i) => i % 2 === axis));
        expect(Math.max(...x.map(Math.abs))).toBeCloseTo(framing.extent.x, 3);
        expect(Math.max(...y.map(Math.abs))).toBeCloseTo(framing.extent.y, 3);
        expect(Math.max(framing.extent.x, framing.extent.y)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('puts one point, or none, in the middle', () => {
    const one = Float32Array.of(5, -3);
    expect([...framed(one, frameOf(one))]).toEqual([0, 0]);
    expect(frameOf(new Float32Array()).extent).toEqual({ x: 0, y: 0 });
  });
});

describe('homeCamera', () => {
  const none = { top: 0, right: 0, bottom: 0, left: 0 };
  /** Where Sigma's camera shows a point of the frame, in pixels from the upper left. */
  function seen(point: [number, number], width: number, height: number, camera: ReturnType<typeof homeCamera>) {
    const scale = Math.min(width, height) / camera.ratio;
    return [width / 2 + (point[0] / 2 + 0.5 - camera.x) * scale, height / 2 - (point[1] / 2 + 0.5 - camera.y) * scale];
  }

  it('shows all of the extent inside the inset and touches two of its sides', () => {
    const side = fc.integer({ min: 200, max: 2000 });
    const share = fc.float({ min: Math.fround(0.05), max: 1, noNaN: true });
    const margin = fc.integer({ min: 0, max: 40 });
    const insets = fc.record({ top: margin, right: margin, bottom: margin, left: margin });
    fc.assert(
      fc.property(side, side, share, share, insets, (width, height, x, y, inset) => {
        const camera = homeCamera({ x, y }, width, height, inset);
        const [left, top] = seen([-x, y], width, height, camera);
        const [right, bottom] = seen([x, -y], width, height, camera);
        const gaps = [left - inset.left, top - inset.top, width - inset.right - right, height - inset.bottom - bottom];
        for (const gap of gaps) expect(gap).toBeGreaterThan(-0.01);
        expect(left - inset.left).toBeCloseTo(width - inset.right - right, 2);
        expect(top - inset.top).toBeCloseTo(height - inset.bottom - bottom, 2);
      }),
    );
  });

  it('uses the width of a wide view for a wide drawing', () => {
    const camera = homeCamera({ x: 1, y: 0.4 }, 1000, 500, none);
    expect(seen([1, 0], 1000, 500, camera)[0]).toBeCloseTo(1000, 6);
  });

  it('is finite for a single point and a view of no size', () => {
    for (const camera of [homeCamera({ x: 0, y: 0 }, 600, 400, none), homeCamera({ x: 1, y: 1 }, 1, 1, none)]) {
      expect(Object.values(camera).every(Number.isFinite)).toBe(true);
    }
  });
});
