import { ceilingAmong } from './line-path';
import { formatNumber } from './numbers';

/** Where values stand along one side of a chart: pure, so that it can be tested without a screen. */
export interface Axis {
  /** 0…1 from the beginning of the axis to its end. */
  place(value: number): number;
  ticks: Tick[];
  /** Whether equal ways are equal factors. */
  logarithmic: boolean;
}

interface Tick {
  /** 0…1 */
  at: number;
  label: string;
}

/** Values that differ by a larger factor than this are shown by their size: side by side the small ones would all be 0. */
const LARGEST_FACTOR = 100;

/** A share goes from 0 to 100 %, whatever the values. */
export function shareAxis(): Axis {
  return linear(0, 1, [0, 0.5, 1], (value) => `${100 * value}\u202f%`);
}

/** Counts from 0 on, side by side. */
export function countAxis(last: number): Axis {
  const middle = Math.floor(last / 2);
  const ticks = last < 2 ? [0, last] : [0, middle, last];
  return linear(0, Math.max(1, last), [...new Set(ticks)], String);
}

/** Counts that double: every one of them has its tick, as far as they do not meet. */
export function doublingAxis(counts: readonly number[]): Axis {
  const sorted = [...new Set(counts)].sort((a, b) => a - b);
  const [first, last] = [Math.log2(sorted[0] ?? 1), Math.log2(sorted.at(-1) ?? 1)];
  const place = (count: number) => (last > first ? (Math.log2(count) - first) / (last - first) : 0.5);
  const ticks: Tick[] = [];
  for (const count of sorted) {
    const at = place(count);
    const before = ticks.at(-1);
    if (before && at - before.at < CLOSEST) continue;
    ticks.push({ at, label: String(count) });
  }
  return { place, ticks, logarithmic: true };
}

/** Ticks nearer than that would run into each other. */
const CLOSEST = 0.055;

/**
 * Numbers of any size: from 0 (or the least, where that is below) to a round number; by their size where they are all above 0
 * and far apart. What is exactly 0 then stands at the foot of the axis, which says so.
 */
export function amountAxis(values: readonly number[]): Axis {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const above = values.filter((value) => value > 0);
  const smallest = Math.min(...above);
  if (least >= 0 && above.length > 0 && most / smallest > LARGEST_FACTOR) return decades(smallest, most, least === 0);
  const top = most > 0 ? roundedUp(most) : 0;
  const bottom = least < 0 ? -roundedUp(-least) : 0;
  if (top === bottom) return linear(0, 1, [0, 1], formatNumber);
  return linear(
    bottom,
    top,
    bottom < 0 && top > 0 ? [bottom, 0, top] : [bottom, (bottom + top) / 2, top],
    formatNumber,
  );
}

/** Halves of these are short to write as well. */
const TOPS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

function roundedUp(value: number): number {
  return Number(ceilingAmong(TOPS, value).toPrecision(3));
}

function linear(from: number, to: number, ticks: number[], label: (value: number) => string): Axis {
  const place = (value: number) => (value - from) / (to - from);
  return { place, ticks: ticks.map((value) => ({ at: place(value), label: label(value) })), logarithmic: false };
}

/** As short as it can be read: 0.01, 100, 10⁻⁶. */
function powerOfTen(power: number): string {
  if (power >= -3 && power <= 4) return formatNumber(10 ** power);
  return `10${[...String(power)].map((sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)])).join('')}`;
}

/** Ticks at powers of ten, at most about six. @param zero whether there is a value that is 0. */
function decades(smallest: number, largest: number, zero: boolean): Axis {
  const from = Math.floor(Math.log10(smallest)) - (zero ? 1 : 0);
  const to = Math.max(from + 1, Math.ceil(Math.log10(largest)));
  const place = (value: number) => (value > 0 ? (Math.log10(value) - from) / (to - from) : 0);
  const stride = Math.ceil((to - from) / 5);
  const ticks: Tick[] = [];
  for (let power = to; power >= from; power -= stride) {
    const foot = zero && power === from;
    ticks.push({ at: place(10 ** power), label: foot ? '0' : powerOfTen(power) });
  }
  if (zero && ticks.at(-1)?.label !== '0') ticks.push({ at: 0, label: '0' });
  return { place, ticks: ticks.reverse(), logarithmic: true };
}
