import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import type { DenseMatrix, Graph } from '../../graph/graph';
import type { PlainGraph } from '../../graph/plain';
import { seededRandom } from '../../graph/random';
import { measureContext, measureHop } from './measure-hop';
import { neighbourhoodOf } from './neighbourhood';
import * as brute from './testing/brute-force';
import { anyCase, dense, rowsOf, sparse } from './testing/embeddings';

/** Cases whose squares double precision holds, so that the definitions can be written down as they stand. */
const tame = anyCase.filter(({ embedding }) => embedding.columns > 0 && embedding.data.every((x) => Math.abs(x) < 1e3));

describe('every measure that is summed in another order than it is defined', () => {
  it('is what its definition says, dense and sparse', () => {
    fc.assert(
      fc.property(tame, ({ graph, embedding }) =>
        agrees(graph, embedding, (value) => 1e-6 * Math.max(1e-3, Math.abs(value))),
      ),
      { numRuns: 300 },
    );
  });

  const ring = (nodes: number, more: PlainGraph['edges'] = []): PlainGraph => ({
    nodes,
    edges: [...Array.from({ length: nodes }, (_, v): [number, number] => [v, (v + 1) % nodes]), ...more],
  });
  const random = seededRandom(5);
  const graphs: Record<string, PlainGraph> = {
    'one node': { nodes: 1, edges: [] },
    'no edges': { nodes: 9, edges: [] },
    'a ring with short cuts': ring(20, [
      [0, 7],
      [3, 15],
      [0, 11],
    ]),
    'duplicates and self-loops': ring(9, [
      [0, 1],
      [1, 0],
      [4, 4],
      [0, 5],
    ]),
    directed: {
      ...ring(9, [
        [1, 0],
        [0, 1],
        [2, 2],
        [0, 5],
      ]),
      directed: true,
    },
    'weights, duplicates and a self-loop': {
      nodes: 12,
      edges: Array.from({ length: 40 }, (_, k): [number, number, number] => [
        random.below(12),
        k === 0 ? 0 : random.below(12),
        random.uniform() * 3,
      ]),
    },
    'two components and a node alone': {
      nodes: 9,
      edges: [
        [0, 2],
        [2, 4],
        [4, 0],
        [1, 3],
        [3, 5],
        [5, 6],
      ],
    },
  };
  const embeddings: Record<string, (r: number, c: number, root: number) => number> = {
    random: () => random.normal(),
    'zero rows': (r) => (r % 3 === 0 ? 0 : random.normal()),
    'rows equal to 1e-6': (_, c) => Math.sin(c + 1) + 1e-6 * random.normal(),
    'rows equal to 1e-6, far from 0': () => 1000 + 1e-3 * random.normal(),
    'rows ∝ √d̃ to 1e-6': (_, c, root) => root * (Math.sin(c + 1) + 1e-6 * random.normal()),
  };
  for (const [graphName, plain] of Object.entries(graphs)) {
    const graph = graphFromPlain(plain);
    const { scale } = neighbourhoodOf(graph);
    for (const [name, value] of Object.entries(embeddings)) {
      it(`keeps its digits: ${graphName}, ${name}`, () => {
        for (const columns of [1, 5, 64, 257]) {
          const x = Array.from(scale, (s, r) => Array.from({ length: columns }, (_, c) => value(r, c, 1 / s)));
          agrees(graph, dense(x), (exact, key) => 1e-8 * exact + (key === 'colDiff' ? 1e-15 : 1e-20));
        }
      });
    }
  }
});

it('a first row far from all the others costs few of their digits', () => {
  const random = seededRandom(6);
  const rows = rowsOf(
    dense(Array.from({ length: 30_000 }, (_, r) => [r === 0 ? -1e3 : 1 + 1e-6 * random.normal(), 1])),
  );
  const { row } = measureHop(dense(rows), measureContext(graphFromPlain({ nodes: rows.length, edges: [] }), 0), 0);
  const unit = rows.map((x) => x.map((value) => value / Math.hypot(...x)));
  const exact = {
    distanceToConstant: brute.distanceToConstant(rows),
    mad: brute.distanceToConstant(unit) ** 2 / (rows.length - 1),
  };
  for (const key of ['distanceToConstant', 'mad'] as const) {
    expect(Math.abs((row[key] ?? 0) - exact[key])).toBeLessThanOrEqual(1e-10 * exact[key]);
  }
});

function agrees(graph: Graph, embedding: DenseMatrix, tolerance: (exact: number, key: string) => number): void {
  const rows = rowsOf(embedding);
  const hops = brute.hopsBetween(graph);
  const { plain, normalised } = brute.energies(graph, rows);
  const expected = {
    dirichlet: (2 * plain) / rows.length,
    dirichletRoot: Math.sqrt((2 * plain) / rows.length),
    dirichletNormalised: normalised,
    distanceToConstant: brute.distanceToConstant(rows),
    distanceToSubspace: brute.distanceToSubspace(graph, rows),
    rowDiff: brute.rowDiff(rows),
    colDiff: brute.colDiff(rows),
    zeroRows: rows.filter((row) => row.every((x) => x === 0)).length,
    ...(rows.length > 1 && { mad: brute.mad(rows, () => true) }),
    ...(graph.labels &&
      new Set(graph.labels.filter((label) => label >= 0)).size > 1 && {
        groupDistanceRatio: brute.groupDistanceRatio(rows, [...graph.labels]),
      }),
  };
  const far = hops.flat().some((hop) => hop >= 8 && Number.isFinite(hop));
  for (const matrix of [embedding, sparse(embedding)]) {
    const { row } = measureHop(matrix, measureContext(graph, 0), 0);
    for (const [key, value] of Object.entries(expected)) {
      const error = Math.abs((row[key] ?? Number.NaN) - value);
      expect(error, `${key}, ${matrix.kind}, ${embedding.columns} columns`).toBeLessThanOrEqual(tolerance(value, key));
    }
    if (far) expect(row.madGap).not.toBeNull();
    else expect(row.madGap).toBeNull();
  }
}
