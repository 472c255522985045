import type { GraphFacts } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';

/** The most bytes one trace may hold in the worker. */
export const TRACE_BUDGET = 512 * 2 ** 20;

/** Bytes of H⁰…H^K, (N, widths[k]) float32 each; hop 0 as it is stored, dense or sparse. */
export function traceBytes(nodes: number, widths: number[], inputBytes: number): number {
  return widths.slice(1).reduce((sum, width) => sum + nodes * width * 4, inputBytes);
}

/** Throws before anything is computed when the trace would not fit; says by how much and what would. */
export function refuseBeyondBudget(
  recipe: Recipe,
  { nodes }: Pick<GraphFacts, 'nodes'>,
  widths: number[],
  bytes: number,
): void {
  if (bytes <= TRACE_BUDGET) return;
  const widest = widestOf(widths);
  const fitting = Math.floor(TRACE_BUDGET / (nodes * 4 * widest));
  const width = recipe.weights.kind === 'identity' ? 'random weights with a smaller width' : 'a smaller width';
  const advice = fitting > 0 ? `Take at most ${fitting} hops, or ${width}.` : `Take ${width}.`;
  throw new Error(
    `The trace would take ${mebibytes(bytes)} (${nodes.toLocaleString('en')} nodes × ${recipe.hops} hops × ` +
      `${widest.toLocaleString('en')} columns), and the budget is ${mebibytes(TRACE_BUDGET)}. ${advice}`,
  );
}

/** Throws when one hop is larger than the backend takes as a buffer. Hop 0 of a sparse input is smaller than its width says. */
export function refuseBeyondDevice(
  { nodes }: Pick<GraphFacts, 'nodes'>,
  widths: number[],
  largestBuffer: number,
): void {
  const bytes = nodes * 4 * widestOf(widths.slice(1));
  if (bytes <= largestBuffer) return;
  throw new Error(
    `One hop would take ${mebibytes(bytes)}, and this adapter binds at most ${mebibytes(largestBuffer)} at once. ` +
      'Take a smaller width, or the WASM backend.',
  );
}

function widestOf(widths: number[]): number {
  return widths.reduce((most, width) => Math.max(most, width), 0);
}

function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20).toLocaleString('en')} MiB`;
}
