import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeScale, spacing } from './node-scale';

describe('nodeScale', () => {
  const radii = Float32Array.of(8, 10, 12);

  it('is 1 where there is room', () => expect(nodeScale(radii, 800, 100)).toBe(1));
  it('follows the view, to a half', () => {
    expect(nodeScale(radii, 420, 100)).toBeCloseTo(0.75);
    expect(nodeScale(radii, 50, null)).toBe(0.5);
    expect(nodeScale(new Float32Array(4_000).fill(6), 800, null), 'many on each other').toBe(0.5);
    expect(nodeScale(new Float32Array(100_000).fill(5), 800, null)).toBe(0.25);
  });
  it('leaves a gap between neighbours, but never makes nodes too small to see', () => {
    expect(nodeScale(radii, 800, 10) * 10).toBeCloseTo(3);
    expect(nodeScale(radii, 800, 0) * 10).toBeCloseTo(2);
    expect(nodeScale(Float32Array.of(1.2), 800, 0)).toBe(1);
  });
  it('lets a crowd be finer', () => {
    expect(nodeScale(new Float32Array(5_000).fill(2.5), 800, 0)).toBe(0.5);
    expect(nodeScale(new Float32Array(4_999).fill(2.5), 800, 0)).toBe(0.8);
  });
  it('is 1 without nodes', () => expect(nodeScale(new Float32Array(), 800, Number.POSITIVE_INFINITY)).toBe(1));
});

describe('spacing', () => {
  it('is the step of a grid', () => {
    const places = Float32Array.from({ length: 200 }, (_, i) => (i % 2 ? Math.floor(i / 20) : (i >> 1) % 10) / 5);
    expect(spacing(places, 100)).toBeCloseTo(0.2, 5);
  });

  it('grows with the drawing and ignores points that are no nodes', () => {
    const coordinate = fc.float({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 6, maxLength: 60 }), (values) => {
        const nodeCount = values.length >> 2;
        const places = Float32Array.from(values);
        const twice = places.map((value) => 2 * value);
        if (nodeCount > 1) expect(spacing(twice, nodeCount)).toBeCloseTo(2 * spacing(places, nodeCount), 5);
        expect(spacing(places.slice(0, 2 * nodeCount), nodeCount)).toBe(spacing(places, nodeCount));
      }),
    );
  });

  it('is not bounded for a single node', () =>
    expect(spacing(Float32Array.of(0, 0), 1)).toBe(Number.POSITIVE_INFINITY));
});
