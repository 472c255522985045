import { keep, type Tensor, type Tensor1D, type Tensor2D, tensor1d } from '@tensorflow/tfjs-core';
import { rowOfEntries, rowOfSegments, segmentLevels } from './segments';

/** Where a sparse matrix has entries, by rows: entry p of row r, pointer[r] ≤ p < pointer[r+1], stands in column index[p]. */
export interface SparsePattern {
  rows: number;
  columns: number;
  /** (rows + 1) */
  pointer: Int32Array;
  /** (entries) */
  index: Int32Array;
}

/** A sparse pattern on the device, with what its gradients need. Whoever makes it disposes it. */
export interface SparseOperand {
  rows: number;
  columns: number;
  entries: number;
  /** By row. */
  forward: Reduction;
  /** By column, the transpose; laid out and uploaded when first asked for, since only gradients need it. */
  backward(): Reduction;
  /** (entries) int32, the row and the column of each entry; likewise made when first asked for. */
  entryRow(): Tensor1D;
  entryColumn(): Tensor1D;
  /** (rows) entries in each row, at least 1: what `mean` divides by. */
  divisor: Tensor1D;
  dispose(): void;
}

/** How the entries of each row are reduced: level 0 takes entries, every further level the results of the level before. */
export interface Reduction {
  /** Pointers, int32; the last level has one segment a row. */
  levels: Tensor1D[];
  /** (entries) int32: the row of the dense operand each entry takes. */
  index: Tensor1D;
  /** (entries) int32: the number each entry has in the operand, or null where it is its own. */
  entry: Tensor1D | null;
  /** (segments of level 0) int32: the row each is part of, or null where every row is one; made when first asked for. */
  segmentRow(): Tensor1D | null;
}

/** One number an entry, or one a head: (entries) or (entries, heads). */
export type EntryValues = Tensor1D | Tensor2D;

/** Entries by row (or by column), with the number each has in the operand; null where they are in order. */
interface Grouped {
  pointer: Int32Array;
  index: Int32Array;
  entry: Int32Array | null;
}

/** A matrix given by rows; its entries are numbered as they stand. */
export function sparseOperand(pattern: SparsePattern): SparseOperand {
  const { rows, columns, pointer, index } = pattern;
  return operandOf(rows, columns, { pointer, index, entry: null }, rowOfEntries(pointer), index);
}

/**
 * A matrix given by (row, column) pairs in any order, such as the node pairs whose links are to be scored; entry p is pair p.
 * Throws where a pair is outside the matrix.
 */
export function pairOperand(rows: number, columns: number, row: Int32Array, column: Int32Array): SparseOperand {
  if (row.length !== column.length) throw new Error(`${row.length} rows and ${column.length} columns make no pairs.`);
  const outside = row.findIndex((r, p) => r < 0 || r >= rows || column[p] < 0 || column[p] >= columns);
  if (outside >= 0) {
    throw new Error(
      `Pair ${outside}, (${row[outside]}, ${column[outside]}), is outside a ${rows} × ${columns} matrix.`,
    );
  }
  return operandOf(rows, columns, groupBy(row, rows, column), row, column);
}

function operandOf(rows: number, columns: number, byRow: Grouped, row: Int32Array, column: Int32Array): SparseOperand {
  const made: Tensor[] = [];
  const upload = (data: Int32Array | Float32Array): Tensor1D => {
    // Some are made in the middle of a tidy, by the first gradient that needs them, and outlive it.
    const tensor: Tensor1D = keep(tensor1d(data, data instanceof Int32Array ? 'int32' : 'float32'));
    made.push(tensor);
    return tensor;
  };
  const reduction = ({ pointer, index, entry }: Grouped): Reduction => {
    const levels = segmentLevels(pointer);
    return {
      levels: levels.map(upload),
      index: upload(index),
      entry: entry && upload(entry),
      segmentRow: once(() => {
        const ofSegments = rowOfSegments(levels);
        return ofSegments && upload(ofSegments);
      }),
    };
  };
  const forward = reduction(byRow);
  return {
    rows,
    columns,
    entries: row.length,
    forward,
    backward: once(() => reduction(groupBy(column, columns, row))),
    entryRow: once(() => upload(row)),
    entryColumn: once(() => (byRow.entry ? upload(column) : forward.index)),
    divisor: upload(divisorOf(byRow.pointer)),
    dispose() {
      for (const tensor of made.splice(0)) tensor.dispose();
    },
  };
}

/** Counting sort by `key`, stable: entries of one key keep their order. `index` is what else an entry has. */
export function groupBy(key: Int32Array, count: number, index: Int32Array) {
  const pointer = new Int32Array(count + 1);
  for (let p = 0; p < key.length; p++) pointer[key[p] + 1]++;
  for (let k = 0; k < count; k++) pointer[k + 1] += pointer[k];
  const next = pointer.slice();
  const entry = new Int32Array(key.length);
  for (let p = 0; p < key.length; p++) entry[next[key[p]]++] = p;
  return { pointer, index: entry.map((p) => index[p]), entry };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function divisorOf(pointer: Int32Array): Float32Array {
  return Float32Array.from({ length: pointer.length - 1 }, (_, r) => Math.max(1, pointer[r + 1] - pointer[r]));
}
