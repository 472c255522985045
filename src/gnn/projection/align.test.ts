import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTo } from './align';

const scores = (nodes: number, size = 10) =>
  fc
    .array(fc.double({ min: -size, max: size, noNaN: true }), { minLength: nodes * 3, maxLength: nodes * 3 })
    .map((values) => Float32Array.from(values));

const moved = (a: Float32Array, b: Float32Array) => Math.sqrt(a.reduce((sum, x, at) => sum + (x - b[at]) ** 2, 0));
const size = (a: Float32Array) => Math.sqrt(a.reduce((sum, x) => sum + x * x, 0));

/** Turns about x, then z, then mirrors when asked. */
function turned(values: Float32Array, alpha: number, beta: number, mirror: boolean): Float32Array {
  const out = new Float32Array(values.length);
  for (let i = 0; i < values.length; i += 3) {
    const [x, y, z] = values.subarray(i, i + 3);
    const [y1, z1] = [Math.cos(alpha) * y - Math.sin(alpha) * z, Math.sin(alpha) * y + Math.cos(alpha) * z];
    out[i] = Math.cos(beta) * x - Math.sin(beta) * y1;
    out[i + 1] = Math.sin(beta) * x + Math.cos(beta) * y1;
    out[i + 2] = mirror ? -z1 : z1;
  }
  return out;
}

describe('alignTo', () => {
  it('never moves a node farther in all than leaving it, and keeps every length and distance', () => {
    fc.assert(
      fc.property(scores(6), scores(6), (previous, current) => {
        const aligned = alignTo(previous, current);
        // The identity's trace of 1e-7 may cost that share of the squared sizes.
        const slack = 1e-3 * Math.sqrt(size(previous) * size(current)) + 1e-4;
        expect(moved(previous, aligned)).toBeLessThanOrEqual(moved(previous, current) + slack);
        for (let i = 0; i < 18; i += 3) {
          const length = (v: Float32Array) => Math.hypot(v[i], v[i + 1], v[i + 2]);
          expect(length(aligned)).toBeCloseTo(length(current), 4);
          const gap = (v: Float32Array) => Math.hypot(v[i] - v[0], v[i + 1] - v[1], v[i + 2] - v[2]);
          expect(gap(aligned)).toBeCloseTo(gap(current), 4);
        }
      }),
    );
  });

  it('undoes any rotation and reflection, also of fewer than three dimensions', () => {
    const angle = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 3 }),
        angle,
        angle,
        fc.boolean(),
        (seed, rank, alpha, beta, mirror) => {
          const previous = new Float32Array(24);
          for (let i = 0; i < 24; i++) if (i % 3 < rank) previous[i] = Math.sin(seed * (i + 1)) * 3;
          const aligned = alignTo(previous, turned(previous, alpha, beta, mirror));
          expect(moved(previous, aligned)).toBeLessThan(1e-2);
        },
      ),
    );
  });

  it('undoes an exact sign flip of every axis', () => {
    const previous = Float32Array.from({ length: 30 }, (_, i) => Math.sin(i * i + 1));
    const aligned = alignTo(
      previous,
      previous.map((x) => -x),
    );
    expect(moved(previous, aligned)).toBeLessThan(1e-5);
  });

  it('changes nothing beside a constant hop, or one node', () => {
    const current = Float32Array.from({ length: 12 }, (_, i) => Math.cos(i * i));
    expect(alignTo(new Float32Array(12), current)).toEqual(current);
    expect(alignTo(current, new Float32Array(12))).toEqual(new Float32Array(12));
    expect(alignTo(new Float32Array(3), new Float32Array(3))).toEqual(new Float32Array(3));
    expect(alignTo(new Float32Array(0), new Float32Array(0))).toEqual(new Float32Array(0));
  });

  it('leaves the axes that the hop before does not have where they were', () => {
    const previous = Float32Array.of(1, 0, 0, -1, 0, 0, 2, 0, 0, -2, 0, 0);
    const current = Float32Array.of(-1, 5, 2, 1, 5, 2, -2, -5, -1, 2, -5, -1);
    const aligned = alignTo(previous, current);
    aligned.forEach((score, at) => {
      expect(score).toBeCloseTo(at % 3 === 0 ? -current[at] : current[at], 5);
    });
  });

  it('refuses hops of different node counts', () => {
    expect(() => alignTo(new Float32Array(6), new Float32Array(9))).toThrow(/2 nodes before and 3 after/);
  });
});
