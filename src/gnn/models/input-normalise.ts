import type { DenseMatrix, FeatureMatrix } from '../../graph/graph';
import { toDense } from './dense';

/** Most numbers a sparse matrix may become when it has to be laid out in full: 256 MiB. */
const MAX_DENSE = 64 * 2 ** 20;

/**
 * - `row`: each row divided by the sum of its absolute values (for counts, PyG's `NormalizeFeatures`); a zero row stays.
 *   Sparse rows stay sparse.
 * - `standard`: each column to mean 0 and variance 1; a constant column becomes 0. Dense, for zeros move too.
 */
export function normaliseInput(matrix: FeatureMatrix, how: 'row' | 'standard'): FeatureMatrix {
  if (how === 'row') return normaliseRows(matrix);
  const { rows, columns } = matrix;
  if (rows * columns > MAX_DENSE) {
    throw new Error(
      `Standardising ${rows.toLocaleString('en')} × ${columns.toLocaleString('en')} sparse features would take ` +
        `${Math.ceil((rows * columns * 4) / 2 ** 20)} MiB, and 256 is the limit. Normalise by row instead.`,
    );
  }
  return standardise(toDense(matrix));
}

function normaliseRows(matrix: FeatureMatrix): FeatureMatrix {
  const { rows, columns } = matrix;
  const pointer =
    matrix.kind === 'sparse' ? matrix.pointer : Int32Array.from({ length: rows + 1 }, (_, r) => r * columns);
  const given = matrix.kind === 'sparse' ? matrix.value : matrix.data;
  const value = given ? given.slice() : new Float32Array(pointer[rows]).fill(1);
  for (let r = 0; r < rows; r++) {
    let sum = 0;
    for (let p = pointer[r]; p < pointer[r + 1]; p++) sum += Math.abs(value[p]);
    if (sum > 0) for (let p = pointer[r]; p < pointer[r + 1]; p++) value[p] /= sum;
  }
  return matrix.kind === 'sparse' ? { ...matrix, value } : { ...matrix, data: value };
}

function standardise({ rows, columns, data }: DenseMatrix): DenseMatrix {
  const result = new Float32Array(data.length);
  for (let c = 0; c < columns; c++) {
    let sum = 0;
    for (let r = 0; r < rows; r++) sum += data[r * columns + c];
    const mean = sum / rows;
    let squares = 0;
    for (let r = 0; r < rows; r++) squares += (data[r * columns + c] - mean) ** 2;
    const deviation = Math.sqrt(squares / rows);
    // A column that only rounding keeps from being constant would otherwise be blown up to noise.
    if (deviation <= 1e-7 * Math.abs(mean)) continue;
    for (let r = 0; r < rows; r++) result[r * columns + c] = (data[r * columns + c] - mean) / deviation;
  }
  return { kind: 'dense', rows, columns, data: result };
}
