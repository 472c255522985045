import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { karateClub } from '../../graph/generators/karate';
import type { DenseMatrix, SparseMatrix } from '../../graph/graph';
import { seededRandom } from '../../graph/random';
import { hopShape } from './hop-shape';

function dense(rows: number[][]): DenseMatrix {
  return { kind: 'dense', rows: rows.length, columns: rows[0]?.length ?? 0, data: Float32Array.from(rows.flat()) };
}

const graph = karateClub();
const degree = Array.from({ length: 34 }, (_, v) =>
  graph.source.reduce((sum, s, e) => sum + (s === v || graph.target[e] === v ? 1 : 0), 0),
);

describe('what a hop collapses to', () => {
  it('is one point when all rows are equal', () => {
    const shape = hopShape(dense(degree.map(() => [0.3, -2])), graph);
    expect(shape.point).toBeCloseTo(1, 12);
    expect(shape.ray).toBeLessThan(0.99);
    // Two classes on one point: a guess between two.
    expect(shape.nearestCentroid?.share).toBe(0.5);
  });

  it('is a ray by degree when rows follow √d̃', () => {
    const shape = hopShape(dense(degree.map((d) => [Math.sqrt(d + 1), 3 * Math.sqrt(d + 1)])), graph);
    expect(shape.ray).toBeCloseTo(1, 10);
    expect(shape.point).toBeLessThan(0.99);
  });

  it('takes the degree that GCN takes: weights in, a given self-loop not doubled', () => {
    const weighted = graphFromPlain({
      nodes: 3,
      edges: [
        [0, 1, 3],
        [1, 2, 0.5],
        [2, 2, 2],
      ],
    });
    const shape = hopShape(dense([[Math.sqrt(4)], [Math.sqrt(4.5)], [Math.sqrt(2.5)]]), weighted);
    expect(shape.ray).toBeCloseTo(1, 10);
    const negative = graphFromPlain({ nodes: 2, edges: [[0, 1, -5]] });
    expect(hopShape(dense([[1], [1]]), negative).ray).toBe(0);
  });

  it('counts zero rows; an all-zero hop is one point', () => {
    expect(hopShape(dense(degree.map((_, v) => [v % 2, 0])), graph).zeroRows).toBe(17);
    expect(hopShape(dense(degree.map(() => [0, 0])), graph)).toEqual({
      point: 1,
      ray: 1,
      zeroRows: 34,
      nearestCentroid: { share: 0.5, byClass: [0.5, 0.5] },
    });
  });

  it('is 0 of anything when values are not finite', () => {
    const shape = hopShape(dense(degree.map((_, v) => [v === 7 ? Number.POSITIVE_INFINITY : 1])), graph);
    expect(shape).toEqual({ point: 0, ray: 0, zeroRows: 0, nearestCentroid: null });
  });

  it('is the same for sparse input, and always a share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(1e-30, 1, 1e30), (seed, size) => {
        const random = seededRandom(seed);
        const rows = degree.map(() => [0, 1, 2].map(() => (random.uniform() < 0.5 ? 0 : random.normal() * size)));
        const matrix = dense(rows);
        const shape = hopShape(matrix, graph);
        const sparse: SparseMatrix = {
          kind: 'sparse',
          rows: 34,
          columns: 3,
          pointer: Int32Array.from({ length: 35 }, (_, r) => 3 * r),
          index: Int32Array.from({ length: 102 }, (_, at) => at % 3),
          value: matrix.data,
        };
        expect(hopShape(sparse, graph)).toEqual(shape);
        for (const share of [shape.point, shape.ray, shape.nearestCentroid?.share ?? -1]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('nearest centroid', () => {
  const labels = [0, 0, 1, 1, null];
  const five = graphFromPlain({ nodes: 5, edges: [], labels });

  it('is the share of labelled nodes nearest to their own class', () => {
    expect(hopShape(dense([[0], [1], [10], [11], [500]]), five).nearestCentroid?.share).toBe(1);
    expect(hopShape(dense([[0], [10], [10], [11], [500]]), five).nearestCentroid?.share).toBe(0.75);
  });

  it('still sees classes that differ by little beside what all share', () => {
    const rows = [[1000], [1000], [1000.0001], [1000.0001], [0]];
    expect(hopShape(dense(rows), five).nearestCentroid?.share).toBe(1);
  });

  it('is null without labels', () => {
    expect(hopShape(dense([[1], [2]]), graphFromPlain({ nodes: 2, edges: [] })).nearestCentroid).toBeNull();
    const none = graphFromPlain({ nodes: 2, edges: [], labels: [null, null] });
    expect(hopShape(dense([[1], [2]]), none).nearestCentroid).toBeNull();
  });
});
