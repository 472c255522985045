import { DESCRIPTORS } from './descriptors';
import type { GraphFacts } from './facts';
import type { ConvName, InputSpec, Recipe } from './recipe';

/** Columns and seed of everything random, where a recipe does not say. */
export const DEFAULT_SEED = 7;

/** What each convolution starts with. `input` is added by `completeRecipe`, for it depends on the graph. */
export const DEFAULTS: Record<ConvName, Omit<Recipe, 'input'>> = {
  gcn: defaultsOf('gcn'),
  sage: defaultsOf('sage'),
  mlp: defaultsOf('mlp'),
};

function defaultsOf(conv: ConvName): Omit<Recipe, 'input'> {
  return {
    version: 1,
    conv,
    hops: 16,
    width: 16,
    options: defaultOptions(conv),
    activation: 'relu',
    norm: 'none',
    residual: 'none',
    jump: 'last',
    encoder: 'none',
    decoder: 'none',
    dropout: 0,
    dropEdge: 0,
    weights: { kind: 'random', seed: DEFAULT_SEED, gain: 1 },
  };
}

function defaultOptions(conv: ConvName): Recipe['options'] {
  return Object.fromEntries(Object.entries(DESCRIPTORS[conv].options).map(([name, spec]) => [name, spec.default]));
}

/** Given features where the graph has them, else random columns: most graphs that are dropped have none. */
export function defaultInput(facts?: Pick<GraphFacts, 'features'>): InputSpec {
  return facts && facts.features > 0
    ? { kind: 'given', normalise: 'none' }
    : { kind: 'random', seed: DEFAULT_SEED, normalise: 'none' };
}

/**
 * Fills the fields that are missing with the DEFAULTS of the convolution named (gcn when none is).
 * A jump is what a decoder reads, so with one the decoder defaults to `linear`. With identity weights the activation defaults to `none`: what is shown is then propagation alone.
 */
export function completeRecipe(partial: Partial<Recipe>, facts?: Pick<GraphFacts, 'features'>): Recipe {
  const defaults = DEFAULTS[partial.conv ?? 'gcn'];
  const recipe: Recipe = { ...defaults, input: defaultInput(facts), ...defined(partial) };
  recipe.options = { ...defaults.options, ...recipe.options };
  if (recipe.jump !== 'last' && partial.decoder === undefined) recipe.decoder = 'linear';
  if (recipe.weights.kind === 'identity' && partial.activation === undefined) recipe.activation = 'none';
  return recipe;
}

/** A field set to undefined is a missing one. */
function defined<T extends object>(partial: T): T {
  return Object.fromEntries(Object.entries(partial).filter(([, value]) => value !== undefined)) as T;
}
