import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import type { Graph } from '../../graph/graph';
import { spectralCoordinates } from './spectral';

const ring = (n: number) =>
  graphFromPlain({ nodes: n, edges: Array.from({ length: n }, (_, v): [number, number] => [v, (v + 1) % n]) });

/** uᵀ L v for columns of the coordinates, L = I − D^-½ A D^-½ of an undirected graph. */
function form(graph: Graph, u: Float64Array, v: Float64Array): number {
  const degree = new Float64Array(graph.nodeCount);
  graph.source.forEach((s, e) => {
    degree[s]++;
    degree[graph.target[e]]++;
  });
  let sum = u.reduce((total, value, i) => total + value * v[i], 0);
  graph.source.forEach((s, e) => {
    const t = graph.target[e];
    sum -= (u[s] * v[t] + u[t] * v[s]) / Math.sqrt(degree[s] * degree[t]);
  });
  return sum;
}

function columnsOf(graph: Graph, width: number, seed = 7) {
  const { matrix, ...rest } = spectralCoordinates(graph, width, seed);
  const columns = Array.from({ length: width }, (_, c) =>
    Float64Array.from({ length: graph.nodeCount }, (_, v) => matrix.data[v * width + c]),
  );
  return { columns, data: matrix.data, ...rest };
}

describe('spectral coordinates', () => {
  it.each([9, 60, 700])('are the first eigenvectors of the Laplacian: a ring of %i', (n) => {
    const graph = ring(n);
    const { columns, found, residual } = columnsOf(graph, 6);
    expect(found).toBe(6);
    expect(residual).toBeLessThan(1e-5);
    columns.forEach((u, i) => {
      // A ring's eigenvalues come in pairs, 1 − cos(2πk/n).
      expect(form(graph, u, u)).toBeCloseTo(1 - Math.cos((2 * Math.PI * Math.ceil((i + 1) / 2)) / n), 5);
      columns.slice(0, i).forEach((v) => void expect(form(graph, u, v)).toBeCloseTo(0, 5));
      expect(Math.hypot(...u)).toBeCloseTo(1, 5);
    });
  });

  it('leave out what only says which component a node is in, and fill up with zeros', () => {
    const two = graphFromPlain({
      nodes: 5,
      edges: [
        [0, 1],
        [2, 3],
      ],
    });
    const { columns, found } = columnsOf(two, 4);
    expect(found).toBe(2);
    expect(columns[2]).toEqual(new Float64Array(5));
    expect(columns.every((u) => u[4] === 0)).toBe(true);
    for (const u of columns.slice(0, 2)) expect(form(two, u, u)).toBeCloseTo(2, 5);
  });

  it('repeat, and turn no column round: the entry of largest size is positive', () => {
    const first = columnsOf(ring(40), 5);
    expect(columnsOf(ring(40), 5).data).toEqual(first.data);
    for (const u of first.columns) {
      const [most, least] = [Math.max(...u), -Math.min(...u)];
      expect(most).toBeGreaterThan(least * (1 - 1e-5));
    }
  });

  it('take a directed graph both ways, and survive one without edges', () => {
    const edges: [number, number][] = [
      [0, 1],
      [1, 2],
      [2, 3],
    ];
    const there = columnsOf(graphFromPlain({ directed: true, nodes: 4, edges }), 2);
    expect(there.data).toEqual(columnsOf(graphFromPlain({ nodes: 4, edges }), 2).data);
    expect(columnsOf(graphFromPlain({ nodes: 3, edges: [] }), 2)).toMatchObject({ found: 0, residual: 0 });
  });
});
