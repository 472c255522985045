import type { GraphFacts } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';

/**
 * (K+1) columns of H⁰…H^K. Identity weights keep the input's width throughout. Otherwise every hop has the recipe's width,
 * except the last without decoder on a labelled graph, which has one column a class, and hop 0 without encoder, which has
 * the input's.
 */
export function hopWidths(recipe: Recipe, inputWidth: number, { classes }: Pick<GraphFacts, 'classes'>): number[] {
  const { hops } = recipe;
  if (recipe.weights.kind === 'identity') return new Array<number>(hops + 1).fill(inputWidth);
  const widths = new Array<number>(hops + 1).fill(recipe.width);
  if (recipe.encoder === 'none') widths[0] = inputWidth;
  if (hops > 0 && recipe.decoder === 'none' && classes > 0) widths[hops] = classes;
  return widths;
}

/** Without decoder the last convolution is the output: it has neither norm nor activation. */
export function isBare(recipe: Recipe, layer: number): boolean {
  return recipe.decoder === 'none' && layer === recipe.hops - 1;
}
