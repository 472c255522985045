/**
 * A vector in at most `most` cells, each the mean of `size` neighbouring columns (the last may hold fewer).
 * @returns the values unchanged, with size 1, when there are few enough.
 */
export function binned(values: readonly number[], most: number): { cells: number[]; size: number } {
  const size = Math.max(1, Math.ceil(values.length / most));
  if (size === 1) return { cells: [...values], size };
  const cells: number[] = [];
  for (let start = 0; start < values.length; start += size) {
    const part = values.slice(start, start + size);
    cells.push(part.reduce((sum, value) => sum + value, 0) / part.length);
  }
  return { cells, size };
}
