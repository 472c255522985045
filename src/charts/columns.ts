/** The timeline's geometry: every hop is a column of equal width, shared by curves, thumbnails and playhead. */
export interface Columns {
  /** K+1 */
  count: number;
  /** Pixels a column. */
  width: number;
  /** Pixels before the first column and after the last, so that a thumbnail wider than its column stays inside. */
  inset: number;
  /** Every how many hops there is room for a thumbnail and a number. */
  stride: number;
  /** Pixels a thumbnail is wide. */
  thumbnail: number;
}

/** A thumbnail narrower than this says nothing. */
const NARROWEST = 28;
const WIDEST = 64;
const GAP = 6;

/** @param width pixels for all of it */
export function columnsFor(hops: number, width: number): Columns {
  const count = hops + 1;
  const stride = niceStride(((NARROWEST + GAP) * count) / width);
  if (stride === 1) {
    const column = width / count;
    return { count, width: column, inset: 0, stride, thumbnail: Math.max(1, Math.min(WIDEST, column - GAP)) };
  }
  // From the first thumbnail's left edge to the last one's right edge there are `hops` columns and one thumbnail.
  const thumbnail = Math.min(WIDEST, (stride * (width + GAP)) / (hops + stride) - GAP);
  const column = (width - thumbnail) / hops;
  return { count, width: column, inset: (thumbnail - column) / 2, stride, thumbnail };
}

/** The middle of a hop's column, in pixels from the left. */
export function centreOf({ width, inset }: Columns, hop: number): number {
  return inset + (hop + 0.5) * width;
}

/** The hop whose column is at x pixels from the left; beyond the ends, the first or the last. */
export function hopAt({ count, width, inset }: Columns, x: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor((x - inset) / width)));
}

/** The hops that get a thumbnail. */
export function stridedHops({ count, stride }: Columns): number[] {
  return Array.from({ length: Math.ceil(count / stride) }, (_, i) => i * stride);
}

/** The smallest stride that is enough, of those a person counts in. */
function niceStride(atLeast: number): number {
  return [1, 2, 4, 5, 8, 10, 16, 20, 32, 64].find((stride) => stride >= atLeast) ?? 128;
}
