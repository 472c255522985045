import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import type { PlainGraph } from '../../graph/plain';
import { seededRandom } from '../../graph/random';
import { measureContext, measureHop } from './measure-hop';

/** tr(Xᵀ (I − S) X) with S = D̃^-½ Ã D̃^-½, by dense matrices. */
function byMatrices(nodes: number, edges: [number, number, number?][], x: number[][]): number {
  const a = x.map(() => x.map(() => 0));
  const loops = new Set<number>();
  for (const [u, v, weight = 1] of edges) {
    if (u === v) {
      a[u][u] = weight;
      loops.add(u);
    } else {
      a[u][v] += weight;
      a[v][u] += weight;
    }
  }
  for (let v = 0; v < nodes; v++) if (!loops.has(v)) a[v][v] = 1;
  const degree = a.map((row) => row.reduce((sum, value) => sum + value, 0));
  let trace = 0;
  for (let u = 0; u < nodes; u++) {
    for (let v = 0; v < nodes; v++) {
      const entry = (u === v ? 1 : 0) - a[u][v] / Math.sqrt(degree[u] * degree[v]);
      trace += entry * x[u].reduce((sum, value, c) => sum + value * x[v][c], 0);
    }
  }
  return trace;
}

const random = seededRandom(3);
const x = Array.from({ length: 6 }, () => Array.from({ length: 4 }, () => Math.fround(random.normal())));
const measured = (graph: PlainGraph) =>
  measureHop(
    { kind: 'dense', rows: 6, columns: 4, data: Float32Array.from(x.flat()) },
    measureContext(graphFromPlain(graph), 1),
    1,
  ).row;

describe('the normalised energy', () => {
  const cases: [string, [number, number, number?][]][] = [
    [
      'weights',
      [
        [0, 1, 2],
        [1, 2, 0.5],
        [2, 3, 3],
        [3, 0, 1],
        [4, 3, 0.25],
      ],
    ],
    [
      'duplicates',
      [
        [0, 1],
        [0, 1],
        [1, 2],
        [2, 0],
      ],
    ],
    [
      'a self-loop with a weight of its own',
      [
        [0, 1, 2],
        [1, 1, 4],
        [1, 2, 1],
      ],
    ],
    [
      'neither',
      [
        [0, 1],
        [1, 2],
        [2, 2],
      ],
    ],
  ];
  it.each(cases)('is tr(Xᵀ (I − S) X) with %s', (_, edges) => {
    const expected = byMatrices(6, edges, x);
    const row = measured({ nodes: 6, edges });
    expect(row.dirichletNormalised).toBeCloseTo(expected, 5);
    const square = x.flat().reduce((sum, value) => sum + value * value, 0);
    expect(row.rayleigh).toBeCloseTo(expected / square, 6);
  });

  it('vanishes on rows ∝ √d̃ of a weighted graph', () => {
    const edges: [number, number, number][] = [
      [0, 1, 2],
      [1, 2, 0.5],
      [2, 3, 3],
      [3, 0, 1],
      [4, 3, 0.25],
      [4, 5, 7],
    ];
    const degree = [4, 3.5, 4.5, 5.25, 8.25, 8];
    const data = Float32Array.from(degree.flatMap((d) => [Math.sqrt(d), -2 * Math.sqrt(d)]));
    const context = measureContext(graphFromPlain({ nodes: 6, edges }), 1);
    expect(measureHop({ kind: 'dense', rows: 6, columns: 2, data }, context, 1).row.rayleigh).toBeLessThan(1e-12);
  });
});
