import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { karateClub } from '../../graph/generators/karate';
import type { DenseMatrix, FeatureMatrix, Graph, SparseMatrix } from '../../graph/graph';
import { seededRandom } from '../../graph/random';
import { MEASURES } from './descriptors';
import golden from './fixtures/karate-measures.json';
import { measureContext, measureHop } from './measure-hop';

const KEYS = MEASURES.map(({ key }) => key);

function dense(rows: number[][]): DenseMatrix {
  return { kind: 'dense', rows: rows.length, columns: rows[0]?.length ?? 0, data: Float32Array.from(rows.flat()) };
}

function sparse(matrix: DenseMatrix): SparseMatrix {
  const pointer = [0];
  const index: number[] = [];
  const value: number[] = [];
  for (let r = 0; r < matrix.rows; r++) {
    // Descending, as a file may have them.
    for (let c = matrix.columns - 1; c >= 0; c--) {
      const x = matrix.data[r * matrix.columns + c];
      if (x !== 0) {
        index.push(c);
        value.push(x);
      }
    }
    pointer.push(index.length);
  }
  const { rows, columns } = matrix;
  const [p, i] = [Int32Array.from(pointer), Int32Array.from(index)];
  return { kind: 'sparse', rows, columns, pointer: p, index: i, value: Float32Array.from(value) };
}

/** S X with S = D̃^-½ (A + I) D̃^-½ of an undirected graph without self-loops, by the definition. */
function propagate(graph: Graph, rows: number[][]): number[][] {
  const n = graph.nodeCount;
  const a = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j): number => (i === j ? 1 : 0)));
  graph.source.forEach((s, e) => {
    a[s][graph.target[e]] = a[graph.target[e]][s] = 1;
  });
  const degree = a.map((row) => row.reduce((sum, x) => sum + x, 0));
  return a.map((row, i) =>
    rows[0].map((_, c) => row.reduce((sum, x, j) => sum + (x / Math.sqrt(degree[i] * degree[j])) * rows[j][c], 0)),
  );
}

function powers(graph: Graph, rows: number[][], k: number): number[][] {
  return k === 0 ? rows : powers(graph, propagate(graph, rows), k - 1);
}

const dot = (x: number[], y: number[]) => x.reduce((sum, value, c) => sum + value * y[c], 0);

/** The mean cosine over pairs of rows that are not zero. */
function bruteMeanCosine(rows: number[][]): number {
  const unit = rows.filter((x) => dot(x, x) > 0).map((x) => x.map((value) => value / Math.sqrt(dot(x, x))));
  const cosines = unit.flatMap((x, i) => unit.slice(0, i).map((y) => dot(x, y)));
  return cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length;
}

/** 1 − cos clipped at 0, 1 beside a zero row, mean over the other rows and then over rows. */
function bruteMad(rows: number[][]): number {
  const means = rows.map((x, i) => {
    const distances = rows
      .filter((_, j) => j !== i)
      .map((y) => {
        const lengths = Math.sqrt(dot(x, x)) * Math.sqrt(dot(y, y));
        return lengths === 0 ? 1 : Math.max(0, 1 - dot(x, y) / lengths);
      });
    return distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
  });
  return means.reduce((sum, mean) => sum + mean, 0) / rows.length;
}

const measure = (embedding: FeatureMatrix, graph: Graph) => measureHop(embedding, measureContext(graph, 4), 2);

describe('measures against the reference values', () => {
  const graph = karateClub();
  const inputs: Record<keyof typeof golden.measures, number[][]> = {
    X0: golden.X0,
    'S^2 X0': powers(graph, golden.X0, 2),
    'S^16 X0': powers(graph, golden.X0, 16),
    'relu(X0 - 1.6), with zero rows': golden.X0.map((row) => row.map((x) => Math.max(0, x - 1.6))),
  };
  for (const [name, expected] of Object.entries(golden.measures)) {
    const rows = inputs[name as keyof typeof inputs];
    for (const form of ['dense', 'sparse'] as const) {
      it(`${name}, ${form}`, () => {
        const matrix = form === 'dense' ? dense(rows) : sparse(dense(rows));
        const { row } = measure(matrix, graph);
        for (const key of KEYS) {
          const reference = key === 'reach' ? null : expected[key];
          if (reference === null) continue;
          const error = Math.abs((row[key] ?? Number.NaN) - reference) / Math.max(1, Math.abs(reference));
          expect.soft(error, key).toBeLessThan(1e-5);
        }
        expect(row.mad).toBeCloseTo(bruteMad(rows), 6);
        expect(row.meanCosine).toBeCloseTo(bruteMeanCosine(rows), 6);
      });
    }
  }
});

describe('measures on every kind of graph and embedding', () => {
  const anyCase = fc
    .record({
      nodes: fc.integer({ min: 1, max: 9 }),
      columns: fc.integer({ min: 0, max: 5 }),
      seed: fc.integer({ min: 1, max: 1e6 }),
      directed: fc.boolean(),
      edges: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 20 }),
      scale: fc.constantFrom(0, 1e-40, 1e-20, 1, 1e20, 1e38),
      zeros: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ nodes, columns, seed, directed, edges, scale, zeros }) => {
      const random = seededRandom(seed);
      const graph = graphFromPlain({
        nodes,
        directed,
        edges: edges.map(([s, t]): [number, number] => [s % nodes, t % nodes]),
      });
      const rows = Array.from({ length: nodes }, () =>
        random.uniform() < zeros / 2
          ? new Array<number>(columns).fill(0)
          : Array.from({ length: columns }, () => (random.uniform() < zeros ? 0 : random.normal() * 0.2 * scale)),
      );
      return { graph, embedding: dense(rows) };
    });

  it('gives finite values in range, or null with the reason; the same for sparse input', () => {
    fc.assert(
      fc.property(anyCase, ({ graph, embedding }) => {
        const { row, notes } = measure(embedding, graph);
        const other = measure(sparse(embedding), graph).row;
        for (const { key, range } of MEASURES) {
          const value = row[key];
          if (value === null) {
            expect(notes[key], key).toBeTruthy();
            expect(other[key]).toBeNull();
            continue;
          }
          expect(Number.isFinite(value), key).toBe(true);
          const slack = 1e-12 * Math.max(1, Math.abs(value));
          expect(value).toBeGreaterThanOrEqual(range[0] - slack);
          if (range[1] !== null) expect(value).toBeLessThanOrEqual(range[1] + slack);
          expect(Math.abs((other[key] ?? Number.NaN) - value)).toBeLessThanOrEqual(
            1e-6 * Math.max(1e-6, Math.abs(value)),
          );
        }
      }),
    );
  });

  it('does not depend on direction, duplicates, weights or self-loops', () => {
    fc.assert(
      fc.property(anyCase, ({ graph, embedding }) => {
        const edges = Array.from(graph.source, (s, e): [number, number, number] => [s, graph.target[e], e + 2]);
        const noisy = graphFromPlain({
          nodes: graph.nodeCount,
          directed: true,
          edges: [...edges, ...edges.map(([s, t]): [number, number] => [t, s]), [0, 0]],
        });
        const [a, b] = [measure(embedding, graph).row, measure(embedding, noisy).row];
        for (const key of ['dirichlet', 'dirichletNormalised', 'rayleigh'] as const) {
          const value = a[key];
          if (value === null) expect(b[key]).toBeNull();
          else expect(Math.abs((b[key] ?? Number.NaN) - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
        }
      }),
    );
  });
});

describe('measures of collapsed embeddings', () => {
  const graph = karateClub();
  const degree = new Int32Array(34);
  for (let e = 0; e < graph.edgeCount; e++) {
    degree[graph.source[e]]++;
    degree[graph.target[e]]++;
  }

  it('are exact when all rows are equal', () => {
    const { row, notes } = measure(dense(Array.from({ length: 34 }, () => [0.1, -0.7, 3e-9])), graph);
    expect(row.dirichlet).toBe(0);
    expect(row.dirichletNormalised).toBeGreaterThan(0.01);
    expect(row.mad).toBeLessThan(1e-30);
    expect(row.meanCosine).toBeCloseTo(1, 15);
    expect(row.effectiveRank).toBeCloseTo(1, 12);
    expect(row.numericalRank).toBeCloseTo(1, 12);
    expect(notes).toEqual({});
  });

  it('stay small and positive when rows differ in the last bit', () => {
    const ulp = 2 ** -24;
    const rows = Array.from({ length: 34 }, (_, i) => [0.5 + (i % 2) * ulp, 0.5, 0.5 + (i % 3) * ulp]);
    const { row } = measure(dense(rows), graph);
    for (const key of ['dirichlet', 'mad'] as const) {
      expect(row[key]).toBeGreaterThan(0);
      expect(row[key]).toBeLessThan(1e-12);
    }
    expect(row.effectiveRank).toBeGreaterThanOrEqual(1);
    expect(row.effectiveRank).toBeLessThan(1.0001);
  });

  it('normalised energy vanishes on √d̃, where rows differ', () => {
    const { row } = measure(dense(Array.from(degree, (d) => [Math.sqrt(d + 1), -2 * Math.sqrt(d + 1)])), graph);
    expect(row.dirichletNormalised).toBeLessThan(1e-10);
    expect(row.rayleigh).toBeLessThan(1e-12);
    expect(row.dirichlet).toBeGreaterThan(1);
    expect(row.mad).toBeLessThan(1e-12);
  });

  it('says so when every row is zero, when there is one node, and when values are not finite', () => {
    const zero = measure(dense(Array.from({ length: 34 }, () => [0, 0])), graph);
    expect(zero.row).toMatchObject({ dirichlet: 0, dirichletNormalised: 0, rayleigh: null, mad: 1, meanCosine: null });
    expect(zero.row).toMatchObject({ effectiveRank: null, numericalRank: null });
    expect(zero.notes.rayleigh).toBe('every row is zero');
    expect(zero.notes.mad).toBe('34 of 34 rows are zero and count as distance 1');

    const one = measure(dense([[1, 2]]), graphFromPlain({ nodes: 1, edges: [] }));
    expect(one.row).toMatchObject({
      dirichlet: 0,
      rayleigh: 0,
      mad: null,
      meanCosine: null,
      effectiveRank: 1,
      reach: 1,
    });

    const lost = measure(dense(Array.from({ length: 34 }, (_, i) => [i === 3 ? Number.NaN : 1])), graph);
    for (const key of KEYS) {
      if (key === 'reach') continue;
      expect(lost.row[key]).toBeNull();
      expect(lost.notes[key]).toMatch(/not finite/);
    }
  });

  it('says that a directed graph was taken both ways, and keeps direction in reach', () => {
    const path = graphFromPlain({
      nodes: 3,
      directed: true,
      edges: [
        [0, 1],
        [1, 2],
      ],
    });
    const { row, notes } = measure(dense([[0], [1], [3]]), path);
    expect(row.dirichlet).toBeCloseTo((2 * (1 + 4)) / 3, 12);
    expect(notes.dirichlet).toBe('directed edges are taken both ways');
    // Node 0 hears itself, node 1 two nodes, node 2 all three.
    expect(row.reach).toBeCloseTo((1 + 2 + 3) / 9, 12);
  });

  it('measures the numerical rank of a wide hop with its error and leaves out the effective rank', () => {
    const n = 300;
    const random = seededRandom(11);
    const rows = Array.from({ length: n }, () => Array.from({ length: n }, () => 0));
    rows.forEach((row, i) => {
      row[i] = i === 0 ? 5 : 1 + 0.1 * random.uniform();
    });
    const wide = graphFromPlain({ nodes: n, edges: [[0, 1]] });
    for (const matrix of [dense(rows), sparse(dense(rows))]) {
      const { row, notes } = measure(matrix, wide);
      const squares = rows.map((row, i) => Math.fround(row[i]) ** 2);
      expect(row.numericalRank).toBeCloseTo(squares.reduce((sum, x) => sum + x, 0) / 25, 5);
      expect(notes.numericalRank).toMatch(/relative error/);
      expect(row.effectiveRank).toBeNull();
      expect(notes.effectiveRank).toMatch(/up to 256 columns and this has 300/);
    }
  });

  it('refuses an embedding of another number of nodes', () => {
    expect(() => measure(dense([[1]]), graph)).toThrow('1 rows for a graph of 34 nodes');
  });
});
