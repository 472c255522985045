import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTo } from './align';
import { type Turning, turnTrace } from './turn-trace';

const NODES = 8;
const scores = fc
  .array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3 * NODES, maxLength: 3 * NODES })
  .map((values) => Float32Array.from(values));
const mirrored = (values: Float32Array) => values.map((x, at) => (at % 3 === 0 ? -x : x));
const swapped = (values: Float32Array) => values.map((_, at) => values[at - (at % 3) + ((at + 1) % 3)]);
const apart = (a: Float32Array, b: Float32Array) => Math.max(...a.map((x, at) => Math.abs(x - b[at])));
const traceOf = (projections: Float32Array[]): Turning => ({
  projections,
  explained: projections.map(() => [0.5, 0.3, 0.1]),
});

describe('turnTrace', () => {
  it('brings back a trace whose axes are named and signed otherwise, all hops by the one turn', () => {
    fc.assert(
      fc.property(fc.array(scores, { minLength: 1, maxLength: 4 }), (hops) => {
        const spread = hops.map((hop, k) => hop.map((x, at) => x + Math.sin(7 * at + k)));
        const { projections } = turnTrace(traceOf(spread.map(mirrored).map(swapped)), spread);
        projections.forEach((turned, hop) => {
          expect(apart(turned, spread[hop])).toBeLessThan(2e-3);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('leaves hops aligned to each other, and every share of the variance in all', () => {
    const first = Float32Array.from({ length: 3 * NODES }, (_, at) => Math.sin(at * at));
    const second = alignTo(
      first,
      Float32Array.from(first, (x, at) => x + Math.cos(3 * at)),
    );
    const onto = [first, second].map((hop) => hop.map((x, at) => x * 0.5 + Math.sin(5 * at)));
    const { projections, explained } = turnTrace(traceOf([first, second]), onto);
    expect(apart(alignTo(projections[0], projections[1]), projections[1])).toBeLessThan(1e-4);
    for (const shares of explained) expect(shares.reduce((a, b) => a + b)).toBeCloseTo(0.9, 6);
    const squares = [0, 1, 2].map((axis) =>
      projections[0].reduce((sum, x, at) => sum + (at % 3 === axis ? x * x : 0), 0),
    );
    expect(explained[0][1] / explained[0][0]).toBeCloseTo(squares[1] / squares[0], 4);
  });

  it('leaves a trace of the same input, and one of other nodes, as it is', () => {
    const [input, hop, other] = [0.3, 0.7, 1.1].map((f) =>
      Float32Array.from({ length: 24 }, (_, i) => Math.sin(f * i)),
    );
    const trace = traceOf([input, hop]);
    expect(turnTrace(trace, [input.slice(), other])).toBe(trace);
    expect(turnTrace(trace, [new Float32Array(3)])).toBe(trace);
  });

  it('takes part in traces of fewer or more hops, and in constant ones', () => {
    const [a, b] = [0.3, 0.7].map((f) => Float32Array.from({ length: 24 }, (_, i) => Math.sin(f * i)));
    const nothing = new Float32Array(24);
    expect(turnTrace(traceOf([a, b, a]), [b]).projections).toHaveLength(3);
    expect(turnTrace(traceOf([a]), [b, a]).projections).toHaveLength(1);
    const still = turnTrace({ projections: [nothing], explained: [[0, 0, 0]] }, [a]);
    expect(still).toEqual({ projections: [nothing], explained: [[0, 0, 0]] });
  });
});
