import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentsOf } from '../../graph/components';
import { graphFromPlain } from '../../graph/from-plain';
import { karateClub } from '../../graph/generators/karate';
import type { FeatureMatrix, Graph } from '../../graph/graph';
import type { PlainGraph } from '../../graph/plain';
import { seededRandom } from '../../graph/random';
import { MEASURES } from './descriptors';
import golden from './fixtures/karate-measures.json';
import { hopPairsOf, madGap } from './mad-gap';
import { measureContext, measureHop } from './measure-hop';
import { rowDistance } from './row-distance';
import * as brute from './testing/brute-force';
import { anyCase, dense, rowsOf, sparse } from './testing/embeddings';

const KEYS = MEASURES.map(({ key }) => key);

const measure = (embedding: FeatureMatrix, graph: Graph) => measureHop(embedding, measureContext(graph, 4), 2);

describe('measures against the reference values', () => {
  const graph = karateClub();
  const inputs: Record<keyof typeof golden.measures, number[][]> = {
    X0: golden.X0,
    'S^2 X0': brute.propagate(graph, golden.X0, 2),
    'S^16 X0': brute.propagate(graph, golden.X0, 16),
    'relu(X0 - 1.6), with zero rows': golden.X0.map((row) => row.map((x) => Math.max(0, x - 1.6))),
  };
  for (const [name, expected] of Object.entries(golden.measures)) {
    const rows = inputs[name as keyof typeof inputs];
    for (const form of ['dense', 'sparse'] as const) {
      it(`${name}, ${form}`, () => {
        const matrix = form === 'dense' ? dense(rows) : sparse(dense(rows));
        const { row } = measure(matrix, graph);
        for (const key of KEYS) {
          const reference = (expected as Partial<Record<string, number | null>>)[key];
          if (typeof reference !== 'number') continue;
          const error = Math.abs((row[key] ?? Number.NaN) - reference) / Math.max(1, Math.abs(reference));
          expect.soft(error, key).toBeLessThan(1e-5);
        }
        // Where the reference counts zero rows, collapsed pairs or zero columns otherwise than we do, the definition decides.
        expect(row.mad).toBeCloseTo(
          brute.mad(rows, () => true),
          6,
        );
        expect(row.meanCosine).toBeCloseTo(brute.meanCosine(rows), 6);
        expect(row.colDiff).toBeCloseTo(brute.colDiff(rows), 6);
      });
    }

    it(`${name}, MAD gap from 5 hops, the diameter`, () => {
      const x = dense(rows);
      const squares = Float64Array.from(rowsOf(x), (row) => brute.dot(row, row));
      const { structure } = measureContext(graph, 0);
      const pairs = hopPairsOf(structure.neighbourhood, componentsOf(graph), seededRandom(0), 3, 5);
      const gap = madGap(rowDistance(x), squares, pairs)?.mean ?? Number.NaN;
      const reference = golden.madFrom5Less3[name as keyof typeof inputs];
      if (reference !== null) expect(Math.abs(gap - reference)).toBeLessThan(1e-5);
      const hops = brute.hopsBetween(graph);
      const exact = brute.mad(rows, (i, j) => hops[i][j] >= 5) - brute.mad(rows, (i, j) => hops[i][j] <= 3);
      expect(gap).toBeCloseTo(exact, 6);
    });
  }
});

describe('measures on every kind of graph and embedding', () => {
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

  const path = Array.from({ length: 11 }, (_, v): [number, number] => [v, v + 1]);
  const graphs: Record<string, PlainGraph & { nodes: number }> = {
    'one node': { nodes: 1, edges: [] },
    'no edges': { nodes: 5, edges: [] },
    'only self-loops': { nodes: 3, edges: [0, 1, 2].map((v): [number, number] => [v, v]) },
    'two components': { nodes: 13, edges: path.filter(([v]) => v !== 2), labels: [0, 1, ...new Array(11).fill(null)] },
    'one class': { nodes: 12, edges: path, labels: new Array(12).fill(0) },
    'weights of 0': { nodes: 12, edges: path.map(([u, v]): [number, number, number] => [u, v, 0]), directed: true },
    'loops of weight 0': {
      nodes: 2,
      edges: [
        [0, 0, 0],
        [1, 1, 0],
        [0, 1, 2],
      ],
    },
  };
  for (const [name, plain] of Object.entries(graphs)) {
    it(`leaves nothing out and nothing unexplained: ${name}`, () => {
      const graph = graphFromPlain(plain);
      const random = seededRandom(4);
      for (const columns of [0, 1, 3, 300]) {
        for (const size of [0, 1e-45, 1e-30, 1, 1e30, 3e38, Number.NaN, Number.POSITIVE_INFINITY]) {
          const data = Float32Array.from({ length: plain.nodes * columns }, () => size * (1 - random.uniform() / 2));
          const { row, notes } = measure({ kind: 'dense', rows: plain.nodes, columns, data }, graph);
          expect(Object.keys(row)).toEqual(KEYS);
          for (const [key, value] of Object.entries(row)) {
            if (value === null) expect(notes[key], key).toBeTruthy();
            else expect(Number.isFinite(value), `${key} of ${columns} columns of ${size}`).toBe(true);
          }
        }
      }
    });
  }

  it('says that there are no nodes where there are none', () => {
    const one = graphFromPlain({ nodes: 1, edges: [] });
    const { row, notes } = measure(dense([]), { ...one, nodeCount: 0 });
    for (const key of KEYS) {
      expect(row[key], key).toBeNull();
      expect(notes[key], key).toBe('the graph has no nodes');
    }
  });

  it('does not depend on direction and duplicates, nor the plain energy on weights and self-loops', () => {
    fc.assert(
      fc.property(anyCase, ({ graph, embedding }) => {
        const edges = Array.from(graph.source, (s, e): [number, number, number] => [s, graph.target[e], e + 2]);
        const both = [...edges, ...edges.map(([s, t, w]): [number, number, number] => [t, s, w])];
        const as = (pairs: [number, number, number?][]) =>
          measure(embedding, graphFromPlain({ nodes: graph.nodeCount, directed: true, edges: pairs })).row;
        const plain = as(edges.map(([s, t]) => [s, t]));
        const same = (row: typeof plain, key: 'dirichlet' | 'dirichletNormalised' | 'rayleigh') => {
          const value = plain[key];
          if (value === null) expect(row[key]).toBeNull();
          else expect(Math.abs((row[key] ?? Number.NaN) - value), key).toBeLessThanOrEqual(1e-9 * Math.abs(value));
        };
        const twice = as([...both, ...both].map(([s, t]) => [s, t]));
        for (const key of ['dirichlet', 'dirichletNormalised', 'rayleigh'] as const) same(twice, key);
        same(as([...both, [0, 0, 3]]), 'dirichlet');
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
    expect(notes).toEqual({ madGap: 'no two nodes are 8 hops or more apart' });
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

  it('estimates the ranks of a wide hop, each with its error', () => {
    const n = 300;
    const random = seededRandom(11);
    const rows = Array.from({ length: n }, () => Array.from({ length: n }, () => 0));
    rows.forEach((row, i) => {
      row[i] = i === 0 ? 5 : 0.2 + random.uniform();
    });
    const sigma = rows.map((row, i) => Math.fround(row[i]));
    const total = sigma.reduce((sum, x) => sum + x, 0);
    const exact = Math.exp(-sigma.reduce((sum, x) => sum + (x / total) * Math.log(x / total), 0));
    const wide = graphFromPlain({ nodes: n, edges: [[0, 1]] });
    for (const matrix of [dense(rows), sparse(dense(rows))]) {
      const { row, notes } = measure(matrix, wide);
      expect(row.numericalRank).toBeCloseTo(sigma.reduce((sum, x) => sum + x * x, 0) / 25, 5);
      expect(notes.numericalRank).toMatch(/relative error/);
      const [, error] = notes.effectiveRank.match(/Lanczos quadrature, standard error about (.*)$/) ?? [];
      expect(Number(error)).toBeLessThan(0.02 * exact);
      expect(Math.abs((row.effectiveRank ?? 0) - exact)).toBeLessThan(4 * Number(error));
    }
  });

  it('leaves out the effective rank where it would take too long', () => {
    const [rows, columns] = [1100, 600];
    const data = new Float32Array(rows * columns).map((_, at) => Math.sin(at));
    const path = graphFromPlain({ nodes: rows, edges: [[0, 1]] });
    const { row, notes } = measure({ kind: 'dense', rows, columns, data }, path);
    expect(row.effectiveRank).toBeNull();
    expect(notes.effectiveRank).toMatch(/too long/);
    expect(row.numericalRank).toBeGreaterThan(1);
  });

  it('refuses an embedding of another number of nodes', () => {
    expect(() => measure(dense([[1]]), graph)).toThrow('1 rows for a graph of 34 nodes');
  });
});
