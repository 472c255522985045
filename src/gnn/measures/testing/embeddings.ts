import fc from 'fast-check';
import { graphFromPlain } from '../../../graph/from-plain';
import type { DenseMatrix, SparseMatrix } from '../../../graph/graph';
import { seededRandom } from '../../../graph/random';

/** Embeddings and graphs to measure. For tests. */

export function dense(rows: number[][]): DenseMatrix {
  return { kind: 'dense', rows: rows.length, columns: rows[0]?.length ?? 0, data: Float32Array.from(rows.flat()) };
}

/** Its rows as numbers, as float32 has them. */
export const rowsOf = ({ rows, columns, data }: DenseMatrix): number[][] =>
  Array.from({ length: rows }, (_, r) => [...data.subarray(r * columns, (r + 1) * columns)]);

export function sparse(matrix: DenseMatrix): SparseMatrix {
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

/** The smallest and largest float32, what lies between, and the edges of what can be squared in it. */
const SCALES = [0, 1e-45, 1e-40, 1e-20, 1, 1e20, 1e38];

/** A graph of 1…9 nodes with weights and labels or without, and an embedding of it: random, with zeros, or with all rows equal. */
export const anyCase = fc
  .record({
    nodes: fc.integer({ min: 1, max: 9 }),
    columns: fc.integer({ min: 0, max: 5 }),
    seed: fc.integer({ min: 1, max: 1e6 }),
    directed: fc.boolean(),
    weighted: fc.boolean(),
    edges: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 20 }),
    labels: fc.option(fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 9, maxLength: 9 })),
    scale: fc.constantFrom(...SCALES),
    zeros: fc.double({ min: 0, max: 1, noNaN: true }),
    equal: fc.boolean(),
  })
  .map(({ nodes, columns, seed, directed, weighted, edges, labels, scale, zeros, equal }) => {
    const random = seededRandom(seed);
    const graph = graphFromPlain({
      nodes,
      directed,
      edges: edges.map(([s, t]): [number, number, number?] => {
        const ends: [number, number] = [s % nodes, t % nodes];
        return weighted ? [...ends, random.below(4) / 2] : ends;
      }),
    });
    const row = () =>
      random.uniform() < zeros / 2
        ? new Array<number>(columns).fill(0)
        : Array.from({ length: columns }, () => (random.uniform() < zeros ? 0 : random.normal() * 0.6 * scale));
    const first = row();
    const rows = Array.from({ length: nodes }, () => (equal ? first : row()));
    return {
      graph: { ...graph, labels: labels && Int32Array.from(labels.slice(0, nodes)) },
      embedding: dense(rows.map((values) => values.map((x) => Math.max(-3.4e38, Math.min(3.4e38, x))))),
    };
  });
