/** The timeline's geometry: every hop is a column of equal width, shared by curves, thumbnails and playhead. */
export interface Columns {
  /** K+1 */
  count: number;
  /** Pixels a column. */
  width: number;
  /** Every how many hops there is room for a thumbnail and a number. */
  stride: number;
}

/** A thumbnail narrower than this says nothing. */
const NARROWEST_THUMBNAIL = 30;

export function columnsFor(hops: number, width: number): Columns {
  const count = hops + 1;
  const column = width / count;
  return { count, width: column, stride: Math.max(1, niceStride(Math.ceil(NARROWEST_THUMBNAIL / column))) };
}

/** The middle of a hop's column, in pixels from the left. */
export function centreOf(columns: Columns, hop: number): number {
  return (hop + 0.5) * columns.width;
}

/** The hop whose column is at x pixels from the left; beyond the ends, the first or the last. */
export function hopAt(columns: Columns, x: number): number {
  return Math.min(columns.count - 1, Math.max(0, Math.floor(x / columns.width)));
}

/** The hops that get a thumbnail. */
export function stridedHops(columns: Columns): number[] {
  return Array.from({ length: Math.ceil(columns.count / columns.stride) }, (_, i) => i * columns.stride);
}

/** 1, 2, 4, 5, 8, 10, 16, 20, 32: strides that a person counts in. */
function niceStride(atLeast: number): number {
  return [1, 2, 4, 5, 8, 10, 16, 20, 32, 64].find((stride) => stride >= atLeast) ?? 128;
}
