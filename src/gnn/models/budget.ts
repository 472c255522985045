import type { FeatureMatrix, Graph } from '../../graph/graph';
import { wiringOf } from '../../graph/wiring/wiring';
import type { GraphFacts } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';
import { messagesAt } from './messages';
import type { StateDict } from './parameters';
import { readoutWidth, type StackShape } from './widths';

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

/** What a model is computed from, on the host. */
interface Host {
  graph: Graph;
  recipe: Recipe;
  shape: Pick<StackShape, 'widths'>;
  /** What goes into the first layer or the encoder. */
  input: FeatureMatrix;
  state: StateDict;
}

/**
 * Throws before anything is computed when a tensor that has to be whole is larger than the backend takes as one. What each
 * head of attention has for every message is not among them: heads take turns.
 *
 * @param largest bytes of one tensor.
 */
export function refuseBeyondDevice({ graph, recipe, shape, input, state }: Host, largest: number): void {
  const rows = wiringOf(graph, recipe).graph.nodeCount;
  const hops = recipe.encoder === 'none' ? shape.widths.slice(1) : shape.widths;
  const gathered = recipe.jump === 'concat' ? readoutWidth(recipe, shape.widths) : 0;
  const ofEdges = [0, recipe.hops - 1]
    .flatMap((layer) => messagesAt(graph, recipe, layer))
    .map(({ pattern, edges }) => (edges?.columns ?? 0) * Math.max(pattern.rows, pattern.index.length));
  const whole: (readonly [what: string, numbers: number, advice: string])[] = [
    ['The input', input.kind === 'dense' ? input.data.length : input.index.length, 'another input'],
    ['One hop', rows * widestOf(hops), 'a smaller width'],
    ['All hops side by side', rows * gathered, 'fewer hops, another jump'],
    ['The features of the edges', widestOf(ofEdges), 'the option edgeFeatures off'],
    ...Object.entries(state).map(([name, { data }]) => [`"${name}"`, data.length, 'a smaller width'] as const),
  ];
  for (const [what, numbers, advice] of whole) {
    if (numbers * 4 <= largest) continue;
    throw new Error(
      `${what} would take ${mebibytes(numbers * 4)}, and this adapter binds at most ${mebibytes(largest)} at once. ` +
        `Take ${advice}, or the WASM backend.`,
    );
  }
}

function widestOf(widths: number[]): number {
  return widths.reduce((most, width) => Math.max(most, width), 0);
}

function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20).toLocaleString('en')} MiB`;
}
