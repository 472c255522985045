import type { Graph } from '../../graph/graph';
import { wiringOf } from '../../graph/wiring/wiring';
import { partsOf } from '../../recipe/combinations';
import type { Recipe } from '../../recipe/recipe';
import { CONVOLUTIONS } from '../layers/registry';
import { messagesAt } from './messages';
import { NORM_LAYERS } from './norms/norms';
import { layerShape } from './parameters';
import { hopWidths, isBare, type StackShape } from './widths';

/** The most bytes that computing may hold at once: WebAssembly has 4 GiB in all, and a browser tab seldom more. */
export const WORKING_BUDGET = 2 * 2 ** 30;

/** What a hop of a trace makes beside its convolution and norm, in copies of its rows: activation, or residual. */
const COPIES = 1;

/** Rows mapped, heard and shifted. */
const OF_A_LAYER = 3;

/** What the size of a stack follows from. */
export interface Sized {
  graph: Graph;
  recipe: Recipe;
  shape: Pick<StackShape, 'inputWidth' | 'widths' | 'relations' | 'edgeColumns' | 'classes'>;
}

/**
 * Bytes of what the hop after `layer` makes on its way, and what of it grows with more than its rows, in words.
 * @param copies of its rows beside what its convolution and its norm make.
 */
export function hopMemory(
  { graph, recipe, shape }: Sized,
  layer: number,
  copies: number,
): { bytes: number; what: string } {
  const { held, copies: ofLayer = OF_A_LAYER } = CONVOLUTIONS[recipe.conv];
  const own = held?.(layerShape(recipe, shape, layer), sizeOf(graph, recipe, layer));
  const columns = shape.widths[layer + 1];
  const norm = isBare(recipe, layer) ? undefined : NORM_LAYERS[recipe.norm]?.held(columns);
  const ofNode = (copies + ofLayer) * columns + (norm?.numbers ?? 0);
  const what = [own?.what, norm?.what].flatMap((words) => (words ? `, ${words}` : []));
  return { bytes: 4 * (ofNode * wiringOf(graph, recipe).graph.nodeCount + (own?.numbers ?? 0)), what: what.join('') };
}

function sizeOf(graph: Graph, recipe: Recipe, layer: number) {
  const messages = messagesAt(graph, recipe, layer);
  const entries = messages.reduce((sum, { pattern }) => sum + pattern.index.length, 0);
  return { nodes: wiringOf(graph, recipe).graph.nodeCount, entries };
}

/** Throws before anything is computed when a hop would hold more at once than there is room for; says what would fit. */
export function refuseBeyondWorkingMemory(sized: Sized): void {
  const { graph, recipe } = sized;
  const all = Array.from({ length: recipe.hops }, (_, layer) => hopMemory(sized, layer, COPIES));
  const largest = all.reduce((most, { bytes }) => Math.max(most, bytes), 0);
  if (largest <= WORKING_BUDGET) return;
  const layer = all.findIndex(({ bytes }) => bytes === largest);
  const width = fittingWidth(sized, (one) => {
    const layers = Array.from({ length: recipe.hops }, (_, k) => hopMemory(one, k, COPIES).bytes);
    return layers.reduce((most, bytes) => Math.max(most, bytes), 0);
  });
  throw new Error(
    `Hop ${layer + 1} would hold about ${gibibytes(largest)} GiB while it is computed ` +
      `(${graph.nodeCount.toLocaleString('en')} nodes${all[layer].what}), and the budget is ` +
      `${gibibytes(WORKING_BUDGET)}. Take ${widthAdvice(recipe, width)}.`,
  );
}

/** The largest width up to the recipe's with which it fits, 0 for none. @param bytesOf never less for a larger width. */
export function fittingWidth(sized: Sized, bytesOf: (sized: Sized) => number): number {
  const parts = partsOf(sized.recipe);
  return (
    parts * largestFitting(Math.floor(sized.recipe.width / parts), (k) => bytesOf(changed(sized, { width: k * parts })))
  );
}

/** Likewise the largest number of hops. */
export function fittingHops(sized: Sized, bytesOf: (sized: Sized) => number): number {
  return largestFitting(sized.recipe.hops, (hops) => bytesOf(changed(sized, { hops })));
}

function changed({ graph, recipe, shape }: Sized, change: Partial<Recipe>): Sized {
  const other = { ...recipe, ...change };
  return { graph, recipe: other, shape: { ...shape, widths: hopWidths(other, shape.inputWidth, shape) } };
}

/** By halving: the largest whole number up to `most` whose bytes are within the budget, 0 for none. */
function largestFitting(most: number, bytesOf: (count: number) => number): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (bytesOf(middle) <= WORKING_BUDGET) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function widthAdvice({ weights }: Recipe, fitting: number): string {
  if (fitting > 0) return `a width of at most ${fitting.toLocaleString('en')}`;
  return weights.kind === 'identity' ? 'random weights with a smaller width' : 'another layer';
}

export function gibibytes(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(1);
}
