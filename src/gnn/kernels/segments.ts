/** Longest run of entries one thread reduces: longer rows (hubs) are cut and their parts reduced again. */
export const SEGMENT = 256;

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

/** The row that each segment of the first level is part of; null where every row is one segment. */
export function rowOfSegments(levels: Int32Array[]): Int32Array | null {
  if (levels.length === 1) return null;
  let row = rowOfEntries(levels[levels.length - 1]);
  for (let level = levels.length - 2; level > 0; level--) row = rowOfEntries(levels[level]).map((part) => row[part]);
  return row;
}

/** The row of every entry. */
export function rowOfEntries(pointer: Int32Array): Int32Array {
  const rows = pointer.length - 1;
  const row = new Int32Array(pointer[rows]);
  for (let r = 0; r < rows; r++) row.fill(r, pointer[r], pointer[r + 1]);
  return row;
}
