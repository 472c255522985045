import type { Graph } from '../../graph/graph';
import { wiringOf } from '../../graph/wiring/wiring';
import { DESCRIPTORS } from '../../recipe/descriptors';
import { factsOf, type GraphFacts } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';

/** What the shapes of a stack depend on. */
export interface StackShape {
  /** Of what goes in, before the encoder. */
  inputWidth: number;
  /** (K+1) of H⁰…H^K. */
  widths: number[];
  /** Of the logits: one a class, or the recipe's width without labels. */
  outputWidth: number;
  /** Relations of the edges that messages run along; 1 where they have none. */
  relations: number;
  /** Columns of the features of its edges, 0 without. */
  edgeColumns: number;
  /** Of the labels, 0 without. */
  classes: number;
}

export function stackShape(recipe: Recipe, inputWidth: number, graph: Graph): StackShape {
  const { classes } = factsOf(graph);
  const widths = hopWidths(recipe, inputWidth, { classes });
  const outputWidth = recipe.decoder === 'linear' ? classes || recipe.width : readoutWidth(recipe, widths);
  return { inputWidth, widths, outputWidth, ...edgeShape(wiringOf(graph, recipe).graph), classes };
}

function edgeShape({ relations, edgeFeatures }: Graph): Pick<StackShape, 'relations' | 'edgeColumns'> {
  return { relations: Math.max(1, relations.length), edgeColumns: edgeFeatures?.columns ?? 0 };
}

/**
 * (K+1) columns of H⁰…H^K. Identity weights keep the input's width throughout. Otherwise every hop has the recipe's width,
 * except the last without decoder on a labelled graph, which has one column a class, and hop 0 without encoder, which has
 * the input's. Layers that map once, or never, have no hop with the recipe's width and another after it: what comes out of
 * their one map, or of the encoder, is as wide as the last hop.
 */
export function hopWidths(recipe: Recipe, inputWidth: number, { classes }: Pick<GraphFacts, 'classes'>): number[] {
  const { hops } = recipe;
  if (recipe.weights.kind === 'identity') return new Array<number>(hops + 1).fill(inputWidth);
  const last = recipe.decoder === 'none' && classes > 0 ? classes : recipe.width;
  const maps = DESCRIPTORS[recipe.conv].width;
  if (maps === 'kept') return new Array<number>(hops + 1).fill(recipe.encoder === 'none' ? inputWidth : last);
  const widths = new Array<number>(hops + 1).fill(maps === 'once' ? last : recipe.width);
  widths[0] = recipe.encoder === 'none' ? inputWidth : recipe.width;
  if (hops > 0) widths[hops] = last;
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
