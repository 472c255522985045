import { type Tensor1D, tensor1d } from '@tensorflow/tfjs-core';

/** Where a sparse matrix has entries, by rows: entry p of row r, pointer[r] ≤ p < pointer[r+1], stands in column index[p]. */
export interface SparsePattern {
  rows: number;
  columns: number;
  /** (rows + 1) */
  pointer: Int32Array;
  /** (entries) */
  index: Int32Array;
}

/** A sparse pattern on the device, with what its gradient needs. Whoever makes it disposes it. */
export interface SparseOperand {
  rows: number;
  columns: number;
  entries: number;
  forward: Reduction;
  /** The transpose; laid out and uploaded when first asked for, since only gradients need it. */
  backward(): Reduction;
  /** (entries) the row of each entry, for SDDMM; likewise made when first asked for. */
  entryRow(): Tensor1D;
  /** (rows) entries in each row, at least 1: what `mean` divides by. */
  divisor: Tensor1D;
  dispose(): void;
}

/** How rows are summed: level 0 takes entries, every further level takes the sums of the level before. */
export interface Reduction {
  /** Pointers, int32; the last level has one segment a row. */
  levels: Tensor1D[];
  /** (entries) int32: the row of the dense operand each entry takes. */
  index: Tensor1D;
  /** (entries) int32: the number each entry has in the forward order, or null where it is its own. */
  entry: Tensor1D | null;
}

/** Longest run of entries one thread sums: longer rows (hubs) are cut and their parts summed again. */
export const SEGMENT = 256;

export function sparseOperand(pattern: SparsePattern): SparseOperand {
  const made: Tensor1D[] = [];
  const upload = (data: Int32Array | Float32Array): Tensor1D => {
    const tensor = tensor1d(data, data instanceof Int32Array ? 'int32' : 'float32');
    made.push(tensor);
    return tensor;
  };
  const reduction = ({ pointer, index }: SparsePattern, entry: Int32Array | null): Reduction => ({
    levels: segmentLevels(pointer).map(upload),
    index: upload(atLeastOne(index)),
    entry: entry && upload(atLeastOne(entry)),
  });
  let backward: Reduction | null = null;
  let entryRow: Tensor1D | null = null;
  return {
    rows: pattern.rows,
    columns: pattern.columns,
    entries: pattern.index.length,
    forward: reduction(pattern, null),
    backward() {
      if (!backward) {
        const { transposed, entry } = transpose(pattern);
        backward = reduction(transposed, entry);
      }
      return backward;
    },
    entryRow() {
      entryRow ??= upload(atLeastOne(rowOfEntries(pattern)));
      return entryRow;
    },
    divisor: upload(divisorOf(pattern)),
    dispose() {
      for (const tensor of made.splice(0)) tensor.dispose();
    },
  };
}

/** A buffer of no bytes cannot be bound, so an empty list carries one entry that nothing reads. */
function atLeastOne(data: Int32Array): Int32Array {
  return data.length > 0 ? data : new Int32Array(1);
}

function divisorOf({ rows, pointer }: SparsePattern): Float32Array {
  return Float32Array.from({ length: rows }, (_, r) => Math.max(1, pointer[r + 1] - pointer[r]));
}

function rowOfEntries({ rows, pointer, index }: SparsePattern): Int32Array {
  const row = new Int32Array(index.length);
  for (let r = 0; r < rows; r++) row.fill(r, pointer[r], pointer[r + 1]);
  return row;
}

/** Counting sort by column, stable: entries of a transposed row keep their order. */
export function transpose(pattern: SparsePattern): { transposed: SparsePattern; entry: Int32Array } {
  const { rows, columns, pointer, index } = pattern;
  const start = new Int32Array(columns + 1);
  for (let p = 0; p < index.length; p++) start[index[p] + 1]++;
  for (let c = 0; c < columns; c++) start[c + 1] += start[c];
  const next = start.slice();
  const entry = new Int32Array(index.length);
  const source = new Int32Array(index.length);
  for (let r = 0; r < rows; r++) {
    for (let p = pointer[r]; p < pointer[r + 1]; p++) {
      const place = next[index[p]]++;
      entry[place] = p;
      source[place] = r;
    }
  }
  return { transposed: { rows: columns, columns: rows, pointer: start, index: source }, entry };
}

/**
 * Pointers of each level of a reduction whose segments hold at most SEGMENT entries; one level where no row is longer.
 * Fixed by the pattern alone, so sums are taken in the same order every time.
 */
export function segmentLevels(pointer: Int32Array): Int32Array[] {
  const rows = pointer.length - 1;
  const segmentsBefore = new Int32Array(rows + 1);
  for (let r = 0; r < rows; r++) {
    const segments = Math.max(1, Math.ceil((pointer[r + 1] - pointer[r]) / SEGMENT));
    segmentsBefore[r + 1] = segmentsBefore[r] + segments;
  }
  const segments = segmentsBefore[rows];
  if (segments === rows) return [pointer];
  const cut = new Int32Array(segments + 1);
  for (let r = 0; r < rows; r++) {
    for (let s = segmentsBefore[r]; s < segmentsBefore[r + 1]; s++) {
      cut[s] = pointer[r] + (s - segmentsBefore[r]) * SEGMENT;
    }
  }
  cut[segments] = pointer[rows];
  return [cut, ...segmentLevels(segmentsBefore)];
}
