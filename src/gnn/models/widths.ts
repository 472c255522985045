import type { GraphFacts } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';

/** Columns of everything in a stack. */
export interface StackShape {
  /** Of what goes in, before the encoder. */
  inputWidth: number;
  /** (K+1) of H⁰…H^K. */
  widths: number[];
  /** Of the logits: one a class, or the recipe's width without labels. */
  outputWidth: number;
}

export function stackShape(recipe: Recipe, inputWidth: number, facts: Pick<GraphFacts, 'classes'>): StackShape {
  const widths = hopWidths(recipe, inputWidth, facts);
  const read = readoutWidth(recipe, widths);
  return { inputWidth, widths, outputWidth: recipe.decoder === 'linear' ? facts.classes || recipe.width : read };
}

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

/** Columns of what the decoder reads, or of the logits where there is none. */
export function readoutWidth(recipe: Recipe, widths: number[]): number {
  if (recipe.jump === 'concat' && recipe.hops > 0) return widths.slice(1).reduce((sum, width) => sum + width, 0);
  return widths[recipe.hops];
}

/** Without decoder the last convolution is the output: it has neither norm nor activation. */
export function isBare(recipe: Recipe, layer: number): boolean {
  return recipe.decoder === 'none' && layer === recipe.hops - 1;
}
