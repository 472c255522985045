import type { FeatureMatrix } from '../../graph/graph';

/**
 * (X − 1 centreᵀ) Q for `q` (C, b) row-major: (N, b) row-major. The centring is applied to the result, so a sparse X stays
 * sparse; time is b times the entries stored.
 */
export function multiply(matrix: FeatureMatrix, centre: Float64Array | null, q: Float64Array, b: number): Float64Array {
  const { rows, columns } = matrix;
  const out = new Float64Array(rows * b);
  const sum = new Float64Array(b);
  const shift = new Float64Array(b);
  if (centre) for (let c = 0; c < columns; c++) for (let k = 0; k < b; k++) shift[k] += centre[c] * q[c * b + k];
  for (let r = 0; r < rows; r++) {
    sum.fill(0);
    if (matrix.kind === 'dense') {
      for (let c = 0, at = r * columns; c < columns; c++, at++) {
        const x = matrix.data[at];
        if (x !== 0) for (let k = 0; k < b; k++) sum[k] += x * q[c * b + k];
      }
    } else {
      const end = matrix.pointer[r + 1];
      for (let at = matrix.pointer[r]; at < end; at++) {
        const x = matrix.value?.[at] ?? 1;
        const from = matrix.index[at] * b;
        for (let k = 0; k < b; k++) sum[k] += x * q[from + k];
      }
    }
    for (let k = 0; k < b; k++) out[r * b + k] = sum[k] - shift[k];
  }
  return out;
}

/** (X − 1 centreᵀ)ᵀ Y for `y` (N, b) row-major: (C, b) row-major. */
export function multiplyTransposed(
  matrix: FeatureMatrix,
  centre: Float64Array | null,
  y: Float64Array,
  b: number,
): Float64Array {
  const { rows, columns } = matrix;
  const out = new Float64Array(columns * b);
  const total = new Float64Array(b);
  for (let r = 0; r < rows; r++) {
    const row = y.subarray(r * b, r * b + b);
    for (let k = 0; k < b; k++) total[k] += row[k];
    if (matrix.kind === 'dense') {
      for (let c = 0, at = r * columns; c < columns; c++, at++) {
        const x = matrix.data[at];
        if (x !== 0) for (let k = 0; k < b; k++) out[c * b + k] += x * row[k];
      }
    } else {
      const end = matrix.pointer[r + 1];
      for (let at = matrix.pointer[r]; at < end; at++) {
        const x = matrix.value?.[at] ?? 1;
        const to = matrix.index[at] * b;
        for (let k = 0; k < b; k++) out[to + k] += x * row[k];
      }
    }
  }
  if (centre) for (let c = 0; c < columns; c++) for (let k = 0; k < b; k++) out[c * b + k] -= centre[c] * total[k];
  return out;
}
