import type { DenseMatrix, FeatureMatrix } from '../../graph/graph';

/** The same matrix, laid out in full; entries that a sparse row names twice add. */
export function toDense(matrix: FeatureMatrix): DenseMatrix {
  if (matrix.kind === 'dense') return matrix;
  const { rows, columns, pointer, index, value } = matrix;
  const data = new Float32Array(rows * columns);
  for (let r = 0; r < rows; r++) {
    for (let p = pointer[r]; p < pointer[r + 1]; p++) data[r * columns + index[p]] += value ? value[p] : 1;
  }
  return { kind: 'dense', rows, columns, data };
}

/** Bytes of its numbers and indices. */
export function matrixBytes(matrix: FeatureMatrix): number {
  if (matrix.kind === 'dense') return matrix.data.byteLength;
  return matrix.pointer.byteLength + matrix.index.byteLength + (matrix.value?.byteLength ?? 0);
}
