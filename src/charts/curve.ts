import type { MeasureDescriptor } from '../gnn/measures/descriptors';

type MeasureUnit = MeasureDescriptor['unit'];

/** One measure over the hops, ready to be drawn over the others. */
export interface Curve {
  /** (K+1) 0…1 of the chart's height, null where the measure was not computed. */
  heights: (number | null)[];
  /** SVG path of the runs of at least two neighbouring hops. */
  path: string;
  /** Hops with a value but no drawn neighbour: they are dots. */
  alone: number[];
}

/**
 * Where a measure's values stand in the chart, 0…1. A share stands where it is, so that 1 % looks like 1 %. Anything else goes
 * from 0 (or from its smallest value, when that is negative) to its own largest value over all hops, so that curves of
 * different units can be compared in shape.
 * @param beside values of others that are drawn on the same scale.
 */
export function heightsOf(
  values: readonly (number | null)[],
  unit: MeasureUnit,
  beside: readonly (number | null)[] = [],
): (number | null)[] {
  if (unit === 'share') return [...values];
  const known = [...values, ...beside].filter((value) => value !== null);
  const low = Math.min(0, ...known);
  const high = Math.max(0, ...known);
  const span = high - low;
  return values.map((value) => (value === null ? null : span === 0 ? 0 : (value - low) / span));
}

/**
 * @param heights (K+1) 0…1, or null for a gap
 * @param brokenAt hops that do not continue the hop before them
 * @param x hop → pixels
 * @param y height → pixels
 */
export function drawCurve(
  heights: (number | null)[],
  brokenAt: ReadonlySet<number>,
  x: (hop: number) => number,
  y: (height: number) => number,
): Curve {
  const joined = (k: number) => k > 0 && heights[k] !== null && heights[k - 1] !== null && !brokenAt.has(k);
  let path = '';
  const alone: number[] = [];
  heights.forEach((height, k) => {
    if (height === null || height === undefined) return;
    const from = joined(k);
    const on = k + 1 < heights.length && joined(k + 1);
    if (from || on) path += `${from ? 'L' : 'M'}${round(x(k))} ${round(y(height))}`;
    else alone.push(k);
  });
  return { heights, path, alone };
}

/** Hops whose embedding has another width than the hop before, so that nothing measured on it continues. */
export function widthBreaks(widths: readonly number[]): Set<number> {
  return new Set(widths.flatMap((width, k) => (k > 0 && width !== widths[k - 1] ? [k] : [])));
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
