import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degreesOf, largestDegree } from '../graph/degree';
import { graphFromPlain } from '../graph/from-plain';
import { karateClub } from '../graph/generators/karate';
import { embeddingPositions, halfSize, zoomFactor } from './position';
import { nodeSizes } from './size';

const wide = Float32Array.of(4, 1, 9, -2, -1, 0);
const projections = [wide, wide.map((x) => x / 8), new Float32Array(6)];

describe('positions', () => {
  it('shrink with the embedding at true scale and fill the frame when zoomed', () => {
    expect(Array.from(embeddingPositions(projections, 0, 'true'))).toEqual([1, 0.25, -0.5, -0.25]);
    expect(Array.from(embeddingPositions(projections, 1, 'true'))).toEqual([0.125, 0.03125, -0.0625, -0.03125]);
    expect(Array.from(embeddingPositions(projections, 1, 'zoomed'))).toEqual([1, 0.25, -0.5, -0.25]);
    expect([0, 1, 2].map((hop) => zoomFactor(projections, hop))).toEqual([1, 8, 1]);
  });

  it('fit what they say', () => {
    expect(halfSize(projections, 1, 'true')).toEqual({ width: 4, height: 1 });
    expect(halfSize(projections, 1, 'zoomed')).toEqual({ width: 0.5, height: 0.125 });
    expect(halfSize(projections, 2, 'zoomed')).toEqual({ width: 4, height: 1 });
  });

  it('keep a constant hop a point, and do not zoom into rounding', () => {
    expect(Array.from(embeddingPositions(projections, 2, 'zoomed'))).toEqual([0, 0, 0, 0]);
    expect(Array.from(embeddingPositions([new Float32Array(6)], 0, 'true'))).toEqual([0, 0, 0, 0]);
    const noise = [wide, wide.map((x) => x * 1e-9)];
    expect(zoomFactor(noise, 1)).toBe(1e6);
    expect(embeddingPositions(noise, 1, 'zoomed')[0]).toBeCloseTo(1e-3, 8);
    expect(halfSize(noise, 1, 'zoomed').width).toBeCloseTo(4e-6, 12);
  });

  it('stay in the frame', () => {
    const scores = fc.array(fc.double({ noNaN: true, min: -1e30, max: 1e30 }), {
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(scores, scores, fc.constantFrom('true' as const, 'zoomed' as const), (one, other, scale) => {
        const hops = [Float32Array.from(one), Float32Array.from(other)];
        for (const hop of [0, 1]) {
          for (const x of embeddingPositions(hops, hop, scale)) expect(Math.abs(x)).toBeLessThanOrEqual(1 + 1e-6);
        }
      }),
    );
  });
});

describe('node sizes', () => {
  it('grow with degree and shrink with the number of nodes', () => {
    const graph = karateClub();
    const sizes = nodeSizes(graph);
    const degree = degreesOf(graph);
    expect(largestDegree(graph)).toBe(17);
    for (let v = 1; v < 34; v++) expect(Math.sign(sizes[v] - sizes[0])).toBe(Math.sign(degree[v] - degree[0]));
    expect(Math.max(...sizes)).toBeLessThan(20);
    const large = nodeSizes(graphFromPlain({ nodes: 100000, edges: [[0, 1]] }));
    expect(large[5]).toBeGreaterThan(0.5);
    expect(large[0], 'a hub stands out of a crowd').toBeGreaterThan(3 * large[5]);
    expect(large[0]).toBeLessThan(3);
  });

  it('count a self-loop once and cope with no edges', () => {
    expect(
      Array.from(
        degreesOf(
          graphFromPlain({
            nodes: 2,
            edges: [
              [0, 0],
              [0, 1],
            ],
          }),
        ),
      ),
    ).toEqual([2, 1]);
    expect(nodeSizes(graphFromPlain({ nodes: 1, edges: [] }))[0]).toBeGreaterThan(0);
  });
});
