/** A graph that cannot be taken as it is. The message says what was wrong, where, and what to do, in words for a person. */
export class GraphError extends Error {
  override name = 'GraphError';
}

/** A value from outside, short enough to quote inside a message. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') return `"${shortened(value)}"`;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined)
    return String(value);
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** 1234567 → "1,234,567", the same in every locale. */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}
