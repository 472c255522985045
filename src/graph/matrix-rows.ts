import type { DenseMatrix, FeatureMatrix, SparseMatrix } from './graph';
import { GraphError } from './graph-error';

/** Matrices of one width stacked, in order. A mixture of dense and sparse, or of widths, throws. */
export function stackRows<M extends FeatureMatrix>(matrices: M[], what: string): M {
  const [first] = matrices;
  matrices.forEach((matrix, g) => {
    if (matrix.columns !== first.columns || matrix.kind !== first.kind) {
      throw new GraphError(
        `graph ${g} has ${matrix.kind} ${what} of ${matrix.columns} columns and graph 0 ${first.kind} ones of ${first.columns}; make them alike`,
      );
    }
  });
  const rows = matrices.reduce((sum, matrix) => sum + matrix.rows, 0);
  const stacked =
    first.kind === 'dense'
      ? stackDense(matrices as DenseMatrix[], rows)
      : stackSparse(matrices as SparseMatrix[], rows);
  return stacked as M;
}

function stackDense(matrices: DenseMatrix[], rows: number): DenseMatrix {
  const { columns } = matrices[0];
  const data = new Float32Array(rows * columns);
  let filled = 0;
  for (const matrix of matrices) {
    data.set(matrix.data, filled);
    filled += matrix.data.length;
  }
  return { kind: 'dense', rows, columns, data };
}

function stackSparse(matrices: SparseMatrix[], rows: number): SparseMatrix {
  const entries = matrices.reduce((sum, matrix) => sum + matrix.index.length, 0);
  const pointer = new Int32Array(rows + 1);
  const index = new Int32Array(entries);
  const value = matrices.some((matrix) => matrix.value) ? new Float32Array(entries).fill(1) : null;
  let row = 0;
  for (const matrix of matrices) {
    const start = pointer[row];
    index.set(matrix.index, start);
    if (matrix.value) value?.set(matrix.value, start);
    for (let r = 1; r <= matrix.rows; r++) pointer[row + r] = start + matrix.pointer[r];
    row += matrix.rows;
  }
  return { kind: 'sparse', rows, columns: matrices[0].columns, pointer, index, value };
}

/** The first rows, which share their numbers with the matrix. */
export function firstRows(matrix: FeatureMatrix, rows: number): FeatureMatrix {
  if (rows === matrix.rows) return matrix;
  if (matrix.kind === 'dense') return { ...matrix, rows, data: matrix.data.subarray(0, rows * matrix.columns) };
  const pointer = matrix.pointer.subarray(0, rows + 1);
  const value = matrix.value === null ? null : matrix.value.subarray(0, pointer[rows]);
  return { ...matrix, rows, pointer, index: matrix.index.subarray(0, pointer[rows]), value };
}

/** The rows of the matrix, then as many zero rows as make `rows`. */
export function withZeroRows(matrix: FeatureMatrix, rows: number): FeatureMatrix {
  if (rows === matrix.rows) return matrix;
  if (matrix.kind === 'dense') {
    const data = new Float32Array(rows * matrix.columns);
    data.set(matrix.data);
    return { ...matrix, rows, data };
  }
  const pointer = new Int32Array(rows + 1).fill(matrix.index.length);
  pointer.set(matrix.pointer);
  return { ...matrix, rows, pointer };
}

/** The given rows, in the given order. */
export function selectRows<M extends FeatureMatrix>(matrix: M, rows: Int32Array): M {
  return (matrix.kind === 'dense' ? selectDense(matrix, rows) : selectSparse(matrix, rows)) as M;
}

function selectDense({ columns, data }: DenseMatrix, rows: Int32Array): DenseMatrix {
  const selected = new Float32Array(rows.length * columns);
  rows.forEach((row, r) => {
    selected.set(data.subarray(row * columns, (row + 1) * columns), r * columns);
  });
  return { kind: 'dense', rows: rows.length, columns, data: selected };
}

function selectSparse({ columns, pointer, index, value }: SparseMatrix, rows: Int32Array): SparseMatrix {
  const selected = new Int32Array(rows.length + 1);
  rows.forEach((row, r) => {
    selected[r + 1] = selected[r] + pointer[row + 1] - pointer[row];
  });
  const indexOut = new Int32Array(selected[rows.length]);
  const valueOut = new Float32Array(value ? indexOut.length : 0);
  rows.forEach((row, r) => {
    indexOut.set(index.subarray(pointer[row], pointer[row + 1]), selected[r]);
    if (value) valueOut.set(value.subarray(pointer[row], pointer[row + 1]), selected[r]);
  });
  const weighted = valueOut.some((entry) => entry !== 1);
  return {
    kind: 'sparse',
    rows: rows.length,
    columns,
    pointer: selected,
    index: indexOut,
    value: weighted ? valueOut : null,
  };
}
