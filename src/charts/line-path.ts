/** The geometry of a line chart whose x axis counts 0, 1, 2, …: pure, so that it can be tested without a screen. */

/** Positions to draw, at most `most`: evenly spaced, the first and the last among them. */
export function thinned(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: most }, (_, i) => Math.round((i * (count - 1)) / (most - 1)));
}

const UNBROKEN: ReadonlySet<number> = new Set();

/**
 * SVG path of a line that breaks where there is no value.
 * @param values by position; only those at `positions` are drawn
 * @param x position → pixels
 * @param y value → pixels
 * @param brokenAt positions that do not continue the one before them
 */
export function linePath(
  values: readonly (number | null)[],
  positions: readonly number[],
  x: (position: number) => number,
  y: (value: number) => number,
  brokenAt: ReadonlySet<number> = UNBROKEN,
): string {
  let path = '';
  let joined = false;
  for (const position of positions) {
    const value = values[position] ?? null;
    if (value !== null)
      path += `${joined && !brokenAt.has(position) ? 'L' : 'M'}${round(x(position))} ${round(y(value))}`;
    joined = value !== null;
  }
  return path;
}

/** The smallest of 1, 2, 5 × 10^n that is no smaller; 1 for nothing. */
export function niceCeiling(value: number): number {
  return ceilingAmong([1, 2, 5, 10], value);
}

/** The smallest of the steps × 10^n that is no smaller; 1 for nothing. @param steps ascending from 1 to 10 */
export function ceilingAmong(steps: readonly number[], value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = steps.find((factor) => factor * power >= value * (1 - 1e-12)) ?? 10;
  return step * power;
}

/**
 * Where an axis of counts ends while they are still coming: not so far that what is there cannot be read, and seldom another.
 * @param count what is there already
 * @param most what there can ever be
 */
export function axisEnd(count: number, most: number): number {
  return Math.min(most, niceCeiling(Math.max(20, count)));
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
