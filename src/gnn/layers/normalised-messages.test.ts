import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import type { Graph } from '../../graph/graph';
import type { Messages } from './convolution';
import { gcnMessages } from './normalised-messages';

/** (N, N) row-major, duplicates added. */
function toMatrix({ pattern, coefficient }: Messages): Float64Array {
  const matrix = new Float64Array(pattern.rows * pattern.columns);
  for (let v = 0; v < pattern.rows; v++) {
    for (let p = pattern.pointer[v]; p < pattern.pointer[v + 1]; p++) {
      matrix[v * pattern.columns + pattern.index[p]] += coefficient?.[p] ?? 1;
    }
  }
  return matrix;
}

/** D̃^-½ Ã D̃^-½ as it is written, in float64. */
function written(graph: Graph): Float64Array {
  const n = graph.nodeCount;
  const a = new Float64Array(n * n);
  const loop = new Float64Array(n).fill(Number.NaN);
  for (let e = 0; e < graph.edgeCount; e++) {
    const [u, v, w] = [graph.source[e], graph.target[e], graph.weight?.[e] ?? 1];
    if (u === v) loop[v] = w;
    else {
      a[v * n + u] += w;
      if (!graph.directed) a[u * n + v] += w;
    }
  }
  for (let v = 0; v < n; v++) a[v * n + v] = Number.isNaN(loop[v]) ? 1 : loop[v];
  const degree = Float64Array.from({ length: n }, (_, v) => a.subarray(v * n, v * n + n).reduce((x, y) => x + y, 0));
  return a.map((value, i) => value / Math.sqrt(degree[Math.floor(i / n)] * degree[i % n]));
}

const edges = fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 8 })), { maxLength: 25 });

describe('GCN messages', () => {
  it('are D̃^-½ Ã D̃^-½, whatever the graph', () => {
    fc.assert(
      fc.property(edges, fc.boolean(), (given, directed) => {
        const graph = graphFromPlain({ directed, nodes: 7, edges: given });
        const matrix = toMatrix(gcnMessages(graph, {}));
        written(graph).forEach((value, i) => void expect(matrix[i]).toBeCloseTo(value, 6));
      }),
    );
  });

  it('keep a self-loop rather than stack one on it, the last one given where there are several', () => {
    const graph = graphFromPlain({
      directed: true,
      nodes: 2,
      edges: [
        [0, 0, 3],
        [0, 0, 5],
        [1, 0, 4],
      ],
    });
    const { pattern, coefficient } = gcnMessages(graph, {});
    expect([...pattern.pointer]).toEqual([0, 2, 3]);
    expect([...pattern.index]).toEqual([1, 0, 1]);
    expect(coefficient?.[1]).toBeCloseTo(5 / 9, 6);
  });

  it('let duplicate edges be separate messages', () => {
    const graph = graphFromPlain({
      directed: true,
      nodes: 2,
      edges: [
        [1, 0],
        [1, 0],
      ],
    });
    expect([...gcnMessages(graph, {}).pattern.index]).toEqual([1, 1, 0, 1]);
  });

  it('double the added loop only when improved and weighted', () => {
    const weighted = graphFromPlain({ nodes: 2, edges: [[0, 1, 2]] });
    const plain = graphFromPlain({ nodes: 2, edges: [[0, 1]] });
    expect(toMatrix(gcnMessages(weighted, { improved: true }))[0]).toBeCloseTo(2 / 4, 6);
    expect(gcnMessages(plain, { improved: true })).toEqual(gcnMessages(plain, {}));
  });

  it('are 0, not NaN, where a degree is 0', () => {
    const graph = graphFromPlain({
      directed: true,
      nodes: 2,
      edges: [
        [0, 0, 0],
        [0, 1, 1],
      ],
    });
    expect(toMatrix(gcnMessages(graph, {})).every(Number.isFinite)).toBe(true);
  });
});
