/**
 * Where a value holds a number that is not finite, as a path such as "train().best.loss"; null when all are. null is no number:
 * it says that there is none.
 *
 * @param name what the value is called at the beginning of the path.
 */
export function whereNotFinite(value: unknown, name: string): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : `${name} is ${value}`;
  if (typeof value !== 'object' || value === null) return null;
  if (ArrayBuffer.isView(value)) return inList(value as unknown as ArrayLike<number>, name);
  if (Array.isArray(value)) return inList(value, name);
  for (const [key, inner] of Object.entries(value)) {
    const found = whereNotFinite(inner, `${name}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

function inList(values: ArrayLike<unknown>, name: string): string | null {
  for (let i = 0; i < values.length; i++) {
    const found = whereNotFinite(values[i], `${name}[${i}]`);
    if (found !== null) return found;
  }
  return null;
}

/** What code writes where it should have written a number, or nothing. */
const SLIPS = /(?<![\p{L}\d])(-?NaN|-?Infinity|undefined|null|\[object \w+\])(?![\p{L}\d])/gu;

/** Each slip in the text, with a few words around it. */
export function slipsIn(text: string): string[] {
  return [...text.matchAll(SLIPS)].map(({ index, 0: slip }) => {
    const around = text.slice(Math.max(0, index - 30), index + slip.length + 20);
    return `"${slip}" in "${around.replace(/\s+/g, ' ').trim()}"`;
  });
}
