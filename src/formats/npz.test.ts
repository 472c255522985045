import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../graph/from-plain';
import type { PlainGraph } from '../graph/plain';
import { booleans, floats, ints, longs, npy, npzOf, texts } from './fixtures/npz-writer';
import { fixture } from './fixtures/read-fixture';
import type { ReadOptions } from './format';
import { npz } from './npz';

const read = (arrays: Record<string, Uint8Array>, options: ReadOptions = {}) =>
  npz.read(npzOf(arrays), 'g.npz', options) as PlainGraph;

/** Four nodes: 0→1, 1→0, 1→2, 2→0, 2→2. */
const csr = {
  adj_data: floats([1, 1, 1, 1, 1]),
  adj_indices: ints([1, 0, 2, 0, 2]),
  adj_indptr: ints([0, 1, 3, 5, 5]),
  adj_shape: longs([4, 4]),
};
const attr = {
  attr_data: floats([1, 1, 1]),
  attr_indices: ints([0, 2, 1]),
  attr_indptr: ints([0, 1, 2, 3, 3]),
  attr_shape: longs([4, 3]),
};
const heterophilous = {
  node_features: floats([0, 1, 0, 0, 0, 0, 0, 0, 0, 2], [2, 5]),
  node_labels: longs([1, 0]),
  edges: longs([0, 1, 1, 0, 1, 1], [3, 2]),
};

describe('npz of the GNN benchmark', () => {
  it('reads adjacency, attributes, labels and names', () => {
    const { bytes, name } = fixture('good/csr.npz');
    expect(npz.sniff(bytes, name)).toBe(true);
    expect(npz.read(bytes, name, {})).toEqual({
      directed: false,
      nodes: [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }],
      edges: [
        [0, 1],
        [1, 2],
        [2, 0],
        [2, 2],
      ],
      features: { columns: 3, indices: [[0], [2], [1], []] },
      labels: [0, 0, 1, 1],
      classes: ['red', 'blue'],
    });
  });

  it('keeps each direction when that is asked for', () => {
    expect(read(csr, { directed: true })).toMatchObject({ directed: true, edges: { length: 5 } });
  });

  it('keeps weights and values that are not all 1; of two opposite weights the larger', () => {
    const plain = read({ ...csr, adj_data: floats([1, 3, 1, 0.5, 1]), ...attr, attr_data: floats([1, 2, 1]) });
    expect(plain.edges).toEqual([
      [0, 1, 3],
      [1, 2, 1],
      [2, 0, 0.5],
      [2, 2, 1],
    ]);
    expect(plain.features).toEqual({ columns: 3, indices: [[0], [2], [1], []], values: [[1], [2], [1], []] });
  });

  it('does without what is optional, and without names that are pickled or repeat', () => {
    expect(read({ ...csr, adj_data: csr.adj_data })).toEqual({ directed: false, nodes: 4, edges: expect.any(Array) });
    expect(read({ ...csr, node_names: npy('|O', [4], new Uint8Array(9)) }).nodes).toBe(4);
    expect(read({ ...csr, node_names: texts(['a', 'b', 'b', 'c']) }).nodes).toMatchObject([
      { id: '0', label: 'a' },
      {},
      {},
      {},
    ]);
    expect(read({ ...csr, labels: ints([7, 3, -1, 7]) })).toMatchObject({
      labels: [1, 0, null, 1],
      classes: ['3', '7'],
    });
  });

  it.each([
    [{ adj_shape: longs([4, 5]) }, /adj_shape is 4 × 5; an adjacency matrix is square/],
    [{ adj_shape: longs([1e9, 1e9]) }, /^g\.npz: adj_shape says 1,000,000,000 rows and at most 1,000,000 are taken/],
    [{ adj_indptr: ints([0, 1, 3, 5]) }, /adj_indptr has 4 entries where 5 are needed/],
    [{ adj_indptr: ints([0, 3, 1, 5, 5]) }, /adj_indptr\[2\] is 1; it must start at 0, never fall/],
    [{ adj_indptr: ints([0, 1, 3, 9, 9]) }, /adj_indptr\[3\] is 9/],
    [{ adj_indptr: ints([0, 1, 3, 4, 4]) }, /adj_indptr ends at 4, but there are 5 entries/],
    [{ adj_indices: ints([1, 0, 4, 0, 2]) }, /adj_indices\[2\] is 4; it must be a whole number from 0 to 3/],
    [{ adj_indices: ints([1, -1, 2, 0, 2]) }, /adj_indices\[1\] is -1/],
    [{ adj_data: floats([1, 1, Number.NaN, 1, 1]) }, /adj_data\[2\] is NaN, which is not a finite number/],
    [{ adj_data: floats([1, 1]) }, /adj_data has 2 entries where 5 are needed/],
    [{ adj_data: npy('|O', [5], new Uint8Array(9)) }, /adj_data holds Python objects/],
    [{ adj_data: texts(['a', 'b', 'c', 'd', 'e']) }, /adj_data holds text/],
    [{ labels: ints([0, 1]) }, /labels has 2 entries where 4 are needed/],
    [{ labels: floats([0, 1, 0.5, 1]) }, /labels\[2\] is 0\.5; a class is a whole number/],
    [{ ...attr, attr_shape: longs([3, 3]), attr_indptr: ints([0, 1, 2, 3]) }, /attr_shape has 3 rows for 4 nodes/],
    [{ ...attr, attr_shape: longs([4, 1e9]) }, /attr_shape says 1,000,000,000 columns/],
    [{ ...attr, attr_data: floats([1, Number.POSITIVE_INFINITY, 1]) }, /attr_data\[1\] is Infinity/],
    [{ attr_matrix: floats([1, 2], [1, 2]) }, /attr_matrix has 1 rows for 4 nodes/],
  ])('says what is wrong (%#)', (change, message) => {
    expect(() => read({ ...csr, ...change })).toThrow(message);
  });

  it('names what is missing', () => {
    const { adj_shape: _, ...rest } = csr;
    expect(() => read(rest)).toThrow('g.npz has no array "adj_shape"; it has adj_data, adj_indices, adj_indptr');
    expect(() => read({ x: floats([1]) })).toThrow(/g\.npz holds x; a graph needs adj_data/);
  });
});

describe('npz of the heterophilous graphs', () => {
  it('reads sparse features, labels and the first split', () => {
    const { bytes, name } = fixture('good/heterophilous.npz');
    const plain = npz.read(bytes, name, {}) as PlainGraph;
    expect(plain).toEqual({
      directed: false,
      nodes: 4,
      edges: [
        [0, 1],
        [1, 2],
        [2, 2],
      ],
      features: { columns: 5, indices: [[4], [], [1], []] },
      labels: [0, 0, 1, 1],
      split: { train: [0], validation: [1], test: [2, 3] },
    });
    expect(graphFromPlain(plain).features?.kind).toBe('sparse');
  });

  it('keeps features that are mostly not zero dense', () => {
    const plain = read({ ...heterophilous, node_features: floats([1, 2, 3, 0], [2, 2]) });
    expect(plain.features).toMatchObject({ rows: 2, columns: 2 });
  });

  it.each([
    [{ edges: longs([0, 2], [1, 2]) }, /edges\[1\] is 2; it must be a whole number from 0 to 1/],
    [{ edges: longs([0, 1, 1], [1, 3]) }, /edges is 1 × 3; it needs two columns/],
    [{ node_labels: longs([1, 0, 1]) }, /node_labels has 3 entries where 2 are needed/],
    [{ node_features: floats([1, Number.NaN], [2, 1]) }, /node_features\[1\] is NaN/],
    [{ train_masks: booleans([true], [1, 1]) }, /train_masks marks 1 nodes of 2/],
    [{ train_masks: booleans([true, false], [1, 2]) }, /has no array "val_masks"/],
  ])('says what is wrong (%#)', (change, message) => {
    expect(() => read({ ...heterophilous, ...change })).toThrow(message);
  });
});

it('reads back any CSR matrix, and merges opposites into what max(A, Aᵀ) has', () => {
  const matrix = fc
    .integer({ min: 1, max: 6 })
    .chain((n) => fc.array(fc.array(fc.nat(2), { minLength: n, maxLength: n }), { minLength: n, maxLength: n }));
  fc.assert(
    fc.property(matrix, (rows) => {
      const entries = rows.flatMap((row, i) =>
        row.flatMap((weight, j) => (weight === 0 ? [] : [[i, j, weight] as const])),
      );
      const arrays = {
        adj_data: floats(entries.map(([, , weight]) => weight)),
        adj_indices: ints(entries.map(([, j]) => j)),
        adj_indptr: ints([0, ...rows.map((_, r) => entries.filter(([i]) => i <= r).length)]),
        adj_shape: longs([rows.length, rows.length]),
      };
      const dense = (plain: PlainGraph) => {
        const result = rows.map((row) => row.map(() => 0));
        for (const edge of plain.edges) {
          const [i, j, weight = 1] = edge as [number, number, number?];
          (result[i] as number[])[j] = weight;
          if (!plain.directed) (result[j] as number[])[i] = weight;
        }
        return result;
      };
      expect(dense(read(arrays, { directed: true }))).toEqual(rows);
      const undirected = read(arrays);
      expect(dense(undirected)).toEqual(
        rows.map((row, i) => row.map((weight, j) => Math.max(weight, rows[j]?.[i] ?? 0))),
      );
      const pairs = undirected.edges.map((edge) => [...(edge as [number, number]).slice(0, 2)].sort().join());
      expect(new Set(pairs).size).toBe(pairs.length);
    }),
  );
});
