import type { Explanation } from '../../engine/protocol';

export type Message = Explanation['messages'][number];

/** What a message adds to the aggregate: ‖coefficient · value‖, over all heads. */
export function contribution({ coefficient, value }: Message): number {
  const factors = Array.isArray(coefficient) ? coefficient : [coefficient];
  return Math.hypot(...factors) * Math.sqrt(value.reduce((sum, x) => sum + x * x, 0));
}

/** The messages of others by what they add, the largest first, and the node's own share. */
export function sortedMessages({ node, messages }: Explanation): { others: Message[]; own: Message[] } {
  const others = messages.filter((message) => message.from !== node);
  const weighed = others.map((message) => ({ message, size: contribution(message) }));
  weighed.sort((a, b) => b.size - a.size);
  return { others: weighed.map(({ message }) => message), own: messages.filter((message) => message.from === node) };
}

/** The largest absolute value in any of the vectors: the end of their shared colour scale. */
export function largest(vectors: readonly (readonly number[])[]): number {
  let most = 0;
  for (const vector of vectors) for (const value of vector) most = Math.max(most, Math.abs(value));
  return most;
}

/** Equal up to the rounding between the float64 arithmetic and the float32 trace. */
export function sameVector(a: readonly number[], b: readonly number[]): boolean {
  const tolerance = 1e-5 * Math.max(1, largest([a]));
  return a.length === b.length && a.every((value, i) => Math.abs(value - b[i]) <= tolerance);
}
