import { grouped } from '../../graph/graph-error';
import { MAX_FEATURE_VALUES } from '../../graph/limits';
import type { PlainDense, PlainSparse } from '../../graph/plain';
import { FormatError } from '../format';
import { checkFinite, type Matrix, type NpzArrays } from './arrays';

/** Below this share of entries that are not zero, rows are kept as lists of columns: bags of words have one in a hundred. */
const SPARSE_BELOW = 0.25;

/** A dense (N, F) array of features. */
export function denseFeatures(arrays: NpzArrays, array: string, nodeCount: number): PlainDense | PlainSparse | null {
  const matrix = arrays.matrix(array);
  const { rows, columns, data } = matrix;
  if (rows !== nodeCount) {
    throw new FormatError(
      `${arrays.name}: ${array} has ${grouped(rows)} rows for ${grouped(nodeCount)} nodes; it needs one a node`,
    );
  }
  if (columns === 0) return null;
  checkFinite(data, `${arrays.name}: ${array}`);
  let filled = 0;
  for (let i = 0; i < data.length; i++) if (data[i] !== 0) filled++;
  if (filled < SPARSE_BELOW * data.length) return sparseRows(matrix);
  if (data.length > MAX_FEATURE_VALUES) {
    throw new FormatError(
      `${arrays.name}: ${array} holds ${grouped(data.length)} numbers and at most ${grouped(MAX_FEATURE_VALUES)} are taken`,
    );
  }
  return { rows, columns, data };
}

function sparseRows({ rows, columns, data }: Matrix): PlainSparse {
  const indices: number[][] = [];
  const values: number[][] = [];
  for (let r = 0; r < rows; r++) {
    const row: number[] = [];
    for (let c = 0; c < columns; c++) if (data[r * columns + c] !== 0) row.push(c);
    indices.push(row);
    values.push(row.map((c) => data[r * columns + c] as number));
  }
  return allOnes(values) ? { columns, indices } : { columns, indices, values };
}

export function allOnes(values: number[][]): boolean {
  return values.every((row) => row.every((value) => value === 1));
}
