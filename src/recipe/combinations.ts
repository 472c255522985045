import { DESCRIPTORS } from './descriptors';
import type { GraphFacts } from './facts';
import type { InputSpec, Recipe } from './recipe';

/** The fields that change what messages run along. */
export const WIRING = ['rewiring', 'virtualNode', 'fullyAdjacentLast'] as const;

/** Throws where fields that are legal one by one are not legal together; says why and what is nearest. */
export function refuseTogether(recipe: Recipe, facts?: GraphFacts): void {
  const reason = whyNotTogether(recipe, facts);
  if (reason !== null) throw new Error(`Recipe: ${reason}.`);
}

function whyNotTogether(recipe: Recipe, facts?: GraphFacts): string | null {
  const { conv, jump, decoder } = recipe;
  // Identity means no parameters at all, so a linear map before or after would have none to take.
  const linear = (['encoder', 'decoder'] as const).find((field) => recipe[field] !== 'none');
  if (recipe.weights.kind === 'identity' && linear) {
    return `${linear} is "${recipe[linear]}", but weights "identity" has no parameters; take "none" or random weights`;
  }
  if (recipe.weights.kind === 'identity' && recipe.norm === 'dgn') {
    return 'norm is "dgn", which learns its groups, but weights "identity" has no parameters; take "batch" or random weights';
  }
  if (jump !== 'last' && DESCRIPTORS[conv].gathersHops) {
    return `jump is "${jump}", but ${conv} reads out every hop itself; take jump "last"`;
  }
  if (jump !== 'last' && decoder === 'none') {
    return recipe.weights.kind === 'identity'
      ? `jump is "${jump}", which only a decoder reads, and weights "identity" have none; take jump "last"`
      : `jump is "${jump}", which only a decoder reads; take decoder "linear" or jump "last"`;
  }
  const wired = WIRING.find((field) => recipe[field] !== undefined);
  if (wired && DESCRIPTORS[conv].radius === 0) {
    return `${wired} is ${wired === 'rewiring' ? `"${recipe.rewiring?.kind}"` : 'true'}, but in ${conv} no node hears another; leave it out, or take another layer`;
  }
  return whyNotThisWide(recipe, facts);
}

function whyNotThisWide(recipe: Recipe, facts?: GraphFacts): string | null {
  const { conv, width, hops, encoder, decoder } = recipe;
  const { width: maps, oneModule } = DESCRIPTORS[conv];
  if (recipe.weights.kind === 'identity') return null;
  const parts = partsOf(recipe);
  if (width % parts !== 0) {
    const nearest = nearestMultiple(width, parts);
    return `width is ${width}, but ${conv} puts ${parts} equal parts side by side; the nearest width is ${nearest}`;
  }
  const classes = facts?.classes ?? 0;
  // Heads that end in classes are averaged.
  if (decoder === 'none' && hops > 0 && !DESCRIPTORS[conv].heads && classes % parts !== 0) {
    return `the last ${conv} would have ${classes} columns, one a class, which are not ${parts} equal parts; take decoder "linear"`;
  }
  const columns = facts && inputColumns(recipe.input, width, facts);
  // Without matrices of its own a layer is as cheap on the input as it comes.
  if (maps === 'kept' && !oneModule && encoder === 'none' && columns !== undefined && columns !== width) {
    return (
      `${conv} keeps the number of columns, and the input has ${columns.toLocaleString('en')} where width is ${width}; ` +
      'take encoder "linear"'
    );
  }
  return null;
}

/** What the width has to be a multiple of: the parts, or heads, that stand side by side. */
export function partsOf({ conv, heads, options }: Pick<Recipe, 'conv' | 'heads' | 'options'>): number {
  return options.concat === false ? 1 : (DESCRIPTORS[conv].parts ?? heads);
}

export function nearestMultiple(width: number, parts: number): number {
  return Math.max(1, Math.round(width / parts)) * parts;
}

/** Whether a hop sees every node of the graph, however far, through its norm. */
export function isGlobal({ norm }: Pick<Recipe, 'norm'>): boolean {
  return norm === 'batch' || norm === 'pair' || norm === 'pair-si' || norm === 'dgn';
}

/** Columns of what goes in, before the encoder. */
export function inputColumns({ kind, width, columns }: InputSpec, recipeWidth: number, facts: GraphFacts): number {
  switch (kind) {
    case 'given':
      return facts.features;
    case 'onehot':
      return facts.nodes;
    case 'degree':
      return 1;
    case 'columns':
      return columns?.length ?? 0;
    default:
      return width ?? recipeWidth;
  }
}
