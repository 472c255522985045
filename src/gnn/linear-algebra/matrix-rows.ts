import type { FeatureMatrix } from '../../graph/graph';

/** Writes row `row` of `matrix` into `out[offset … offset + columns − 1]`, zeros included. */
export function readRow(matrix: FeatureMatrix, row: number, out: Float64Array, offset = 0): void {
  const { columns } = matrix;
  if (matrix.kind === 'dense') {
    const start = row * columns;
    for (let c = 0; c < columns; c++) out[offset + c] = matrix.data[start + c];
    return;
  }
  out.fill(0, offset, offset + columns);
  const end = matrix.pointer[row + 1];
  // Adding, not setting: a column that a row names twice counts twice, as in every other product.
  for (let at = matrix.pointer[row]; at < end; at++) out[offset + matrix.index[at]] += matrix.value?.[at] ?? 1;
}

/**
 * (C) the mean row. It is found as first row + mean of the differences from it, so that the mean of equal rows is that row
 * to the last bit and a collapsed hop centres to exact zeros.
 */
export function meanRow(matrix: FeatureMatrix): Float64Array {
  const { rows, columns } = matrix;
  const first = new Float64Array(columns);
  const sum = new Float64Array(columns);
  if (rows === 0) return first;
  readRow(matrix, 0, first);
  if (matrix.kind === 'dense') {
    for (let r = 0, at = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++, at++) sum[c] += matrix.data[at] - first[c];
    }
  } else {
    const absent = new Float64Array(columns).fill(rows);
    const { pointer, index, value } = matrix;
    for (let at = pointer[0]; at < pointer[rows]; at++) {
      const c = index[at];
      sum[c] += (value?.[at] ?? 1) - first[c];
      absent[c]--;
    }
    for (let c = 0; c < columns; c++) sum[c] -= absent[c] * first[c];
  }
  return sum.map((total, c) => first[c] + total / rows);
}

/** Σ of squares of all entries, after taking `centre` (C) off every row when given. */
export function squaredNorm(matrix: FeatureMatrix, centre: Float64Array | null = null): number {
  const { rows, columns } = matrix;
  let total = 0;
  if (matrix.kind === 'dense') {
    for (let r = 0, at = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++, at++) {
        const x = centre ? matrix.data[at] - centre[c] : matrix.data[at];
        total += x * x;
      }
    }
    return total;
  }
  const { pointer, index, value } = matrix;
  const absent = new Float64Array(columns).fill(rows);
  for (let at = pointer[0]; at < pointer[rows]; at++) {
    const c = index[at];
    const x = (value?.[at] ?? 1) - (centre?.[c] ?? 0);
    total += x * x;
    absent[c]--;
  }
  if (centre) for (let c = 0; c < columns; c++) total += absent[c] * centre[c] ** 2;
  return total;
}
