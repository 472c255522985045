import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../from-plain';
import { refusal } from './refusal';

const triangle = { nodes: 3, edges: [[0, 1]] };

describe('graphFromPlain, features', () => {
  it('takes rows, a flat matrix and sparse rows', () => {
    const rows = graphFromPlain({
      nodes: 2,
      edges: [],
      features: [
        [1, 2],
        [3, 4],
      ],
    }).features;
    const flat = graphFromPlain({
      nodes: 2,
      edges: [],
      features: { rows: 2, columns: 2, data: [1, 2, 3, 4] },
    }).features;
    expect(rows).toEqual({ kind: 'dense', rows: 2, columns: 2, data: Float32Array.of(1, 2, 3, 4) });
    expect(flat).toEqual(rows);
    const sparse = graphFromPlain({
      nodes: 2,
      edges: [],
      features: { columns: 9, indices: [[7, 2], []], values: [[5, 1], []] },
    }).features;
    expect(sparse).toEqual({
      kind: 'sparse',
      rows: 2,
      columns: 9,
      pointer: Int32Array.of(0, 2, 2),
      index: Int32Array.of(2, 7),
      value: Float32Array.of(1, 5),
    });
  });

  it('holds sparse rows of ones without values', () => {
    const features = graphFromPlain({
      nodes: 1,
      edges: [],
      features: { columns: 3, indices: [[0, 2]], values: [[1, 1]] },
    }).features;
    expect(features).toMatchObject({ kind: 'sparse', value: null });
  });

  it.each([
    ['many', 'features is "many"'],
    [[[1]], 'features has 1 rows for 3 nodes'],
    [[[1], [2], [3, 4]], 'features, row 2: it has 2 numbers and row 0 has 1; every row must be equally long'],
    [[[1], [Number.NaN], [3]], 'features, row 1, column 0: NaN is not a finite number'],
    [[[1], [1e39], [3]], 'features, row 1, column 0: 1e+39 is not a finite number'],
    [[[], [], []], 'features has 0 columns'],
    [[[1], 2, [3]], 'features, row 1: it is 2'],
    [{ rows: 3, columns: 2, data: [1] }, 'features.data must hold rows × columns = 6 numbers; it holds 1'],
    [{ rows: 4, columns: 2, data: [] }, 'features has 4 rows for 3 nodes'],
    [{ rows: 3, columns: 1e9, data: [] }, 'features has 1000000000 columns'],
    [{ columns: 2, indices: [[0], [2], []] }, 'features.indices, row 1: 2 is not a column from 0 to 1'],
    [{ columns: 2, indices: [[0], [1, 1], []] }, 'features.indices, row 1: column 1 appears twice'],
    [{ columns: 2, indices: [[0], [1], []], values: [[1], [], []] }, 'features.values, row 1: it must hold 1 numbers'],
    [{ columns: 2, indices: [[0]] }, 'features.indices has 1 rows for 3 nodes'],
  ])('refuses %j', (features, message) => {
    expect(refusal({ ...triangle, features })).toContain(message);
  });

  it('wants a name for every column, or none', () => {
    expect(refusal({ ...triangle, features: [[1], [2], [3]], featureNames: ['a', 'b'] })).toContain(
      'featureNames has 2 names for 1 feature columns',
    );
  });
});
