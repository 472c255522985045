import type { DenseMatrix, FeatureMatrix, SparseMatrix } from '../graph';
import { GraphError, grouped, quoted } from '../graph-error';
import { MAX_FEATURE_VALUES } from '../limits';
import type { PlainDense, PlainGraph, PlainSparse } from '../plain';
import { isIndex, isList } from './lists';

/** The most feature columns, dense or sparse. */
const MAX_COLUMNS = 1_000_000;

/** @returns (N, F), or null when the graph has no features. */
export function readFeatures(features: PlainGraph['features'], nodeCount: number): FeatureMatrix | null {
  if (features === undefined || features === null) return null;
  if (Array.isArray(features)) return readRows(features, nodeCount, 'features', 'node');
  if (typeof features === 'object' && 'indices' in features) return readSparse(features, nodeCount);
  if (typeof features === 'object' && 'data' in features) return readDense(features, nodeCount);
  throw new GraphError(
    `features is ${quoted(features)}; give one list of numbers a node, { rows, columns, data } or { columns, indices, values? }`,
  );
}

/** One list of numbers a node or edge, all of one length. `name` and `what` are for messages. */
export function readRows(rows: unknown, count: number, name: string, what: string): DenseMatrix {
  if (!isList(rows)) throw new GraphError(`${name} is ${quoted(rows)}; give one list of numbers a ${what}`);
  checkRowCount(rows.length, count, name, what);
  const columns = isList(rows[0]) ? rows[0].length : 0;
  checkSize(count, columns, name);
  const data = new Float32Array(count * columns);
  for (let r = 0; r < count; r++) {
    const row = rows[r];
    if (!isList(row))
      throw new GraphError(`${name}, row ${r}: it is ${quoted(row)}; give a list of ${columns} numbers`);
    if (row.length !== columns) {
      throw new GraphError(
        `${name}, row ${r}: it has ${row.length} numbers and row 0 has ${columns}; every row must be equally long`,
      );
    }
    for (let c = 0; c < columns; c++) data[r * columns + c] = finite(row[c], name, r, c);
  }
  return { kind: 'dense', rows: count, columns, data };
}

function readDense({ rows, columns, data }: PlainDense, nodeCount: number): DenseMatrix {
  checkRowCount(rows, nodeCount, 'features', 'node');
  checkSize(rows, columns, 'features');
  if (!isList(data) || data.length !== rows * columns) {
    throw new GraphError(
      `features.data must hold rows × columns = ${grouped(rows * columns)} numbers; it ${isList(data) ? `holds ${grouped(data.length)}` : `is ${quoted(data)}`}`,
    );
  }
  const copy = new Float32Array(rows * columns);
  for (let i = 0; i < copy.length; i++) copy[i] = finite(data[i], 'features', Math.floor(i / columns), i % columns);
  return { kind: 'dense', rows, columns, data: copy };
}

/** Columns ascend within a row. Values are kept only if one of them differs from 1. */
function readSparse({ columns, indices, values }: PlainSparse, nodeCount: number): SparseMatrix {
  if (!isList(indices)) throw new GraphError(`features.indices is ${quoted(indices)}; give one list of columns a node`);
  checkRowCount(indices.length, nodeCount, 'features.indices', 'node');
  if (values !== undefined) {
    if (!isList(values)) throw new GraphError(`features.values is ${quoted(values)}; give one list of numbers a node`);
    checkRowCount(values.length, nodeCount, 'features.values', 'node');
  }
  checkSize(0, columns, 'features');

  const pointer = new Int32Array(nodeCount + 1);
  for (let r = 0; r < nodeCount; r++) {
    const row = indices[r];
    if (!isList(row)) throw new GraphError(`features.indices, row ${r}: it is ${quoted(row)}; give a list of columns`);
    const numbers = values?.[r];
    if (values && (!isList(numbers) || numbers.length !== row.length)) {
      throw new GraphError(
        `features.values, row ${r}: it must hold ${row.length} numbers, one for each index of the row`,
      );
    }
    if (row.length > columns)
      throw new GraphError(`features.indices, row ${r}: ${row.length} entries in ${columns} columns`);
    pointer[r + 1] = pointer[r] + row.length;
    if (pointer[r + 1] > MAX_FEATURE_VALUES) throw tooMany('features', pointer[r + 1]);
  }

  const index = new Int32Array(pointer[nodeCount]);
  const value = new Float32Array(pointer[nodeCount]).fill(1);
  for (let r = 0; r < nodeCount; r++) {
    const row = indices[r];
    const odd = Array.from(row).findIndex((column) => !isIndex(column, columns));
    if (odd >= 0) {
      throw new GraphError(`features.indices, row ${r}: ${quoted(row[odd])} is not a column from 0 to ${columns - 1}`);
    }
    const order = Array.from(row, (_, k) => k).sort((a, b) => row[a] - row[b]);
    order.forEach((position, k) => {
      const slot = pointer[r] + k;
      index[slot] = row[position];
      if (k > 0 && index[slot - 1] === index[slot]) {
        throw new GraphError(`features.indices, row ${r}: column ${index[slot]} appears twice; add its values up`);
      }
      if (values) value[slot] = finite(values[r][position], 'features', r, index[slot]);
    });
  }
  const allOnes = value.every((entry) => entry === 1);
  return { kind: 'sparse', rows: nodeCount, columns, pointer, index, value: allOnes ? null : value };
}

function finite(value: unknown, name: string, row: number, column: number): number {
  if (typeof value === 'number' && Number.isFinite(Math.fround(value))) return value;
  throw new GraphError(
    `${name}, row ${row}, column ${column}: ${quoted(value)} is not a finite number (32 bits); replace it, by 0 or a mean for instance`,
  );
}

function checkRowCount(rows: number, count: number, name: string, what: string): void {
  if (rows === count) return;
  throw new GraphError(
    `${name} has ${quoted(rows)} rows for ${count} ${what}s; give one row a ${what}, in the same order`,
  );
}

function checkSize(rows: number, columns: number, name: string): void {
  if (!Number.isInteger(columns) || columns < 1 || columns > MAX_COLUMNS) {
    throw new GraphError(
      `${name} has ${quoted(columns)} columns; there must be from 1 to ${grouped(MAX_COLUMNS)}, or leave ${name} out`,
    );
  }
  if (rows * columns > MAX_FEATURE_VALUES) throw tooMany(name, rows * columns);
}

function tooMany(name: string, values: number): GraphError {
  return new GraphError(
    `${name} would hold ${grouped(values)} numbers and at most ${grouped(MAX_FEATURE_VALUES)} are taken; ` +
      'pass fewer columns, or sparse rows as { columns, indices }',
  );
}
