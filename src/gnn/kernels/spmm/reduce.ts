import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { EntryValues, Reduction } from '../sparse-operand';
import { runSpmm } from './kernel';

/**
 * Sums over the entries of each row, level by level: the first takes entries, each further one adds the parts of long rows.
 * Shapes: x (columns, C) → (rows, C). No gradient.
 */
export function sumRows(
  { levels, index, entry }: Reduction,
  x: Tensor2D,
  value: EntryValues | null,
  divisor: Tensor1D | null = null,
): Tensor2D {
  const by = levels.length === 1 ? divisor : null;
  const first: Tensor2D = runSpmm({ x, pointer: levels[0], index, value, entry: value && entry, divisor: by });
  return addParts(levels, first, divisor);
}

/** Sums over the entries of each row of what each entry has itself: (entries, C) → (rows, C). No gradient. */
export function sumEntries({ levels, entry }: Reduction, x: Tensor2D): Tensor2D {
  return addParts(levels, runSpmm({ x, pointer: levels[0], index: entry }), null);
}

/** Adds the parts of long rows: (segments of level 0, C) → (rows, C). */
export function addParts(levels: Tensor1D[], parts: Tensor2D, divisor: Tensor1D | null = null): Tensor2D {
  return levels.slice(1).reduce<Tensor2D>((x, pointer, level) => {
    return runSpmm({ x, pointer, divisor: level === levels.length - 2 ? divisor : null });
  }, parts);
}

/** Each segment's copy of its row: (rows, C) → (segments of level 0, C). */
export function bySegment(reduction: Reduction, rows: Tensor2D): Tensor2D {
  return copyRows(rows, reduction.segmentRow());
}

/** What each entry has itself, in the order of the reduction: (entries, C) → (entries, C). */
export function byEntry({ entry }: Reduction, x: Tensor2D): Tensor2D {
  return copyRows(x, entry);
}

/** Row index[i] of x for each i. Not the library's own gather: on WebGPU that reads the indices through floats. */
function copyRows(x: Tensor2D, index: Tensor1D | null): Tensor2D {
  return index ? runSpmm({ x, index }) : x;
}
