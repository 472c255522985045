import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import type { InputSpec } from '../../recipe/recipe';
import { toDense } from './dense';
import { inputFeatures } from './input';

const path = graphFromPlain({
  nodes: [
    { id: 'a', age: 10, member: true },
    { id: 'b', age: null, member: false },
    { id: 'c', age: 20, member: true },
  ],
  edges: [
    [0, 1],
    [1, 2],
  ],
  features: { columns: 3, indices: [[0, 2], [], [1]], values: [[1, 3], [], [4]] },
});

const rows = (spec: InputSpec, width = 4) => {
  const { matrix, description } = inputFeatures(path, spec, width);
  return { kind: matrix.kind, data: [...toDense(matrix).data], description };
};

describe('input', () => {
  it('takes given features as they are, sparse ones staying sparse', () => {
    expect(rows({ kind: 'given', normalise: 'none' })).toEqual({
      kind: 'sparse',
      data: [1, 0, 3, 0, 0, 0, 0, 4, 0],
      description: 'given, 3 columns',
    });
    expect(rows({ kind: 'given', normalise: 'row' })).toEqual({
      kind: 'sparse',
      data: [0.25, 0, 0.75, 0, 0, 0, 0, 1, 0],
      description: 'given, 3 columns, rows summing to 1',
    });
    expect(path.features && toDense(path.features).data[0]).toBe(1);
  });

  it('standardises columns; a constant one becomes 0', () => {
    const { data } = rows({ kind: 'columns', columns: ['age', 'member'], normalise: 'standard' });
    expect(data[0]).toBeCloseTo(-Math.sqrt(1.5), 5);
    expect(data[2]).toBeCloseTo(0, 6);
    const constant = graphFromPlain({ nodes: 3, edges: [], features: [[0.1], [0.1], [0.1]] });
    const { matrix } = inputFeatures(constant, { kind: 'given', normalise: 'standard' }, 1);
    expect([...toDense(matrix).data]).toEqual([0, 0, 0]);
  });

  it('makes one-hot, degree and attribute columns', () => {
    expect(rows({ kind: 'onehot', normalise: 'none' })).toEqual({
      kind: 'sparse',
      data: [1, 0, 0, 0, 1, 0, 0, 0, 1],
      description: 'one-hot, 3 columns',
    });
    expect(rows({ kind: 'degree', normalise: 'none' })).toEqual({
      kind: 'dense',
      data: [1, 2, 1],
      description: 'degree, 1 column',
    });
    expect(rows({ kind: 'columns', columns: ['age', 'member'], normalise: 'none' })).toEqual({
      kind: 'dense',
      data: [10, 1, 15, 0, 20, 1],
      description: "columns age, member, 1 gap filled with the column's mean",
    });
  });

  it('draws random columns from the seed, in the width asked for', () => {
    const seven = rows({ kind: 'random', seed: 7, normalise: 'none' });
    expect(seven.description).toBe('random, 4 columns, seed 7');
    expect(seven.data).toHaveLength(12);
    expect(rows({ kind: 'random', seed: 7, normalise: 'none' })).toEqual(seven);
    expect(rows({ kind: 'random', seed: 8, normalise: 'none' }).data).not.toEqual(seven.data);
    expect(rows({ kind: 'random', seed: 7, width: 2, normalise: 'none' }).data).toHaveLength(6);
  });

  it('says what the graph lacks', () => {
    const bare = graphFromPlain({ nodes: 2, edges: [[0, 1]] });
    const from = (spec: InputSpec) => () => inputFeatures(bare, spec, 2);
    expect(from({ kind: 'given', normalise: 'none' })).toThrow('no features to start from: take random');
    expect(from({ kind: 'columns', columns: ['age'], normalise: 'none' })).toThrow('no attribute "age"');
    expect(() => inputFeatures(path, { kind: 'columns', columns: ['name'], normalise: 'none' }, 2)).toThrow('"name"');
  });
});
