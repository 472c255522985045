import type { FeatureMatrix } from '../../graph/graph';
import { BLOCK_ROWS, gramBlocks } from './gram-blocks';
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

/** Xᵀ X as (C, C) row-major, after taking `centre` (C) off every row when given. N·C²/2 multiplications in float64. */
export function columnGram(matrix: FeatureMatrix, centre: Float64Array | null): Float64Array {
  const { rows, columns } = matrix;
  const { width, block, add, gram } = gramBlocks(columns);
  for (let start = 0; start < rows; start += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, rows - start);
    // Converting many numbers at once is many times faster than one by one.
    if (matrix.kind === 'dense' && !centre && width === columns) {
      block.set(matrix.data.subarray(start * columns, (start + count) * columns));
    } else for (let k = 0; k < count; k++) readCentred(matrix, start + k, centre, block, k * width);
    add(count);
  }
  return gram();
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
