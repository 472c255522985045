import type { FeatureMatrix } from '../../graph/graph';
import { readRow } from './matrix-rows';

/** Up to this many rows or columns a Gram matrix is decomposed whole. */
export const WHOLE_UP_TO = 256;
/** Entries that may be laid out in float64 for the Gram matrix of the rows (32 MiB). */
const LAID_OUT = 2 ** 22;

/** The smaller Gram matrix of an (N, C) matrix, by its side, or null when even that is too large to decompose whole. */
export function wholeSide({ rows, columns }: FeatureMatrix): 'rows' | 'columns' | null {
  if (rows >= columns) return columns <= WHOLE_UP_TO ? 'columns' : null;
  return rows <= WHOLE_UP_TO && rows * columns <= LAID_OUT ? 'rows' : null;
}

/**
 * Xᵀ X as (C, C) row-major, after taking `centre` (C) off every row when given. N·C²/2 multiplications in float64; rows are
 * taken four at a time, which halves the traffic to the result.
 */
export function columnGram(matrix: FeatureMatrix, centre: Float64Array | null): Float64Array {
  const { rows, columns } = matrix;
  const gram = new Float64Array(columns * columns);
  const [r0, r1, r2, r3] = [0, 1, 2, 3].map(() => new Float64Array(columns)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const block = [r0, r1, r2, r3];
  for (let start = 0; start < rows; start += 4) {
    block.forEach((row, k) => {
      if (start + k < rows) readCentred(matrix, start + k, centre, row, 0);
      else row.fill(0);
    });
    for (let a = 0; a < columns; a++) {
      const [x0, x1, x2, x3] = [r0[a], r1[a], r2[a], r3[a]];
      const line = a * columns;
      for (let b = a; b < columns; b++) gram[line + b] += x0 * r0[b] + x1 * r1[b] + x2 * r2[b] + x3 * r3[b];
    }
  }
  return mirrored(gram, columns);
}

/** X Xᵀ as (N, N) row-major, after taking `centre` (C) off every row when given. Holds N × C in float64: for few rows. */
export function rowGram(matrix: FeatureMatrix, centre: Float64Array | null): Float64Array {
  const { rows, columns } = matrix;
  const x = new Float64Array(rows * columns);
  for (let r = 0; r < rows; r++) readCentred(matrix, r, centre, x, r * columns);
  const gram = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i++) {
    for (let j = i; j < rows; j++) {
      let dot = 0;
      for (let c = 0; c < columns; c++) dot += x[i * columns + c] * x[j * columns + c];
      gram[i * rows + j] = dot;
    }
  }
  return mirrored(gram, rows);
}

function readCentred(
  matrix: FeatureMatrix,
  row: number,
  centre: Float64Array | null,
  out: Float64Array,
  offset: number,
): void {
  readRow(matrix, row, out, offset);
  if (centre) for (let c = 0; c < matrix.columns; c++) out[offset + c] -= centre[c];
}

function mirrored(upper: Float64Array, n: number): Float64Array {
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) upper[i * n + j] = upper[j * n + i];
  return upper;
}
