/** How numbers are written on screen: short, true, with a real minus sign. Never NaN: what is not a number is a dash. */

export function formatNumber(value: number | null | undefined, digits = 3): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-3 || size >= 1e5) return withMinus(value.toExponential(Math.max(0, digits - 2)).replace('e+', 'e'));
  return withMinus(String(Number(value.toPrecision(digits))));
}

/** A factor in two digits, zeros kept, so that a column of them lines up: 0.20 under 0.18. */
export function formatFactor(value: number): string {
  const size = Math.abs(value);
  return size >= 0.01 && size < 100 ? withMinus(value.toPrecision(2)) : formatNumber(value, 2);
}

/** A share 0…1 as a percentage; what is not quite all or nothing never reads as 100 % or 0 %. */
export function formatShare(share: number | null | undefined): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return '–';
  if (share > 0 && share < 0.005) return '< 1\u202f%';
  if (share < 1 && share >= 0.995) return '> 99\u202f%';
  return `${withMinus(String(Math.round(share * 100)))}\u202f%`;
}

/** A share 0…1 as a percentage of two digits, however small. */
export function formatFineShare(share: number): string {
  if (share > 0.1) return formatShare(share);
  return `${formatNumber(share * 100, 2)}\u202f%`;
}

/** A share 0…1 as a percentage with one decimal: "81.6 %", and a dash for what there is none of. */
export function formatAccuracy(share: number | null | undefined): string {
  return share === null || share === undefined ? '–' : `${(100 * share).toFixed(1)}\u202f%`;
}

export function formatCount(count: number): string {
  return count.toLocaleString('en');
}

/** "1 edge", "2 edges". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

function withMinus(text: string): string {
  return text.replaceAll('-', '\u2212');
}
