import type { FeatureMatrix } from '../../graph/graph';

/** Xᵀ (C, N), sparse where X is. */
export function transposed(matrix: FeatureMatrix): FeatureMatrix {
  const { rows, columns } = matrix;
  if (matrix.kind === 'dense') {
    const data = new Float32Array(rows * columns);
    for (let r = 0, at = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++, at++) data[c * rows + r] = matrix.data[at];
    }
    return { kind: 'dense', rows: columns, columns: rows, data };
  }
  const { pointer, index, value } = matrix;
  const entries = pointer[rows];
  const ends = new Int32Array(columns + 1);
  for (let at = 0; at < entries; at++) ends[index[at] + 1]++;
  for (let c = 0; c < columns; c++) ends[c + 1] += ends[c];
  const next = ends.slice(0, columns);
  const turned = { index: new Int32Array(entries), value: value && new Float32Array(entries) };
  for (let r = 0; r < rows; r++) {
    for (let at = pointer[r]; at < pointer[r + 1]; at++) {
      const to = next[index[at]]++;
      turned.index[to] = r;
      if (value && turned.value) turned.value[to] = value[at];
    }
  }
  return { kind: 'sparse', rows: columns, columns: rows, pointer: ends, ...turned };
}
