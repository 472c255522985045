import { nearestMultiple, partsOf, WIRING } from './combinations';
import { CONVS, DESCRIPTORS } from './descriptors';
import type { GraphFacts } from './facts';
import type { ConvName, InputSpec, Recipe } from './recipe';

/** Columns and seed of everything random, where a recipe does not say. */
export const DEFAULT_SEED = 7;

/** What each convolution starts with. `input` is added by `completeRecipe`, for it depends on the graph. */
export const DEFAULTS = Object.fromEntries(CONVS.map((conv) => [conv, defaultsOf(conv)])) as Record<
  ConvName,
  Omit<Recipe, 'input'>
>;

function defaultsOf(conv: ConvName): Omit<Recipe, 'input'> {
  return {
    version: 1,
    conv,
    hops: 16,
    width: 16,
    heads: 1,
    ...(DESCRIPTORS[conv].aggregations.length > 0 ? { aggr: DESCRIPTORS[conv].aggregations[0] } : {}),
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
    ...DESCRIPTORS[conv].defaults,
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

/** With identity weights what is shown is propagation alone. */
const WITH_IDENTITY = { activation: 'none', encoder: 'none', decoder: 'none' } as const;

/**
 * Fills the fields that are missing with the DEFAULTS of the convolution named (gcn when none is).
 * A width that is missing becomes one that the heads, or parts, divide. A jump is what a decoder reads, so with one the decoder defaults to `linear`. With identity weights the activation, the
 * encoder and the decoder default to `none`.
 */
export function completeRecipe(partial: Partial<Recipe>, facts?: Pick<GraphFacts, 'features'>): Recipe {
  const defaults = DEFAULTS[partial.conv ?? 'gcn'];
  const recipe: Recipe = { ...defaults, input: defaultInput(facts), ...defined(partial) };
  recipe.options = { ...defaults.options, ...recipe.options };
  if (partial.width === undefined) recipe.width = nearestMultiple(recipe.width, partsOf(recipe));
  if (recipe.jump !== 'last' && partial.decoder === undefined) recipe.decoder = 'linear';
  if (recipe.weights.kind === 'identity') {
    recipe.activation = partial.activation ?? WITH_IDENTITY.activation;
    recipe.encoder = partial.encoder ?? WITH_IDENTITY.encoder;
    recipe.decoder = partial.decoder ?? WITH_IDENTITY.decoder;
  }
  return recipe;
}

/**
 * The recipe with another convolution: what still stands at the old one's default takes the new one's, options that both have
 * stay, and what the new one cannot have becomes the nearest that it can.
 */
export function withConvolution(recipe: Recipe, conv: ConvName): Recipe {
  if (conv === recipe.conv) return recipe;
  const identity = recipe.weights.kind === 'identity';
  const [after, before] = [DEFAULTS[conv], identity ? WITH_IDENTITY : DEFAULTS[recipe.conv]];
  const next: Recipe = { ...recipe, conv };
  if (!DESCRIPTORS[conv].aggregations.includes(recipe.aggr ?? '')) {
    if (after.aggr === undefined) delete next.aggr;
    else next.aggr = after.aggr;
  }
  if (!DESCRIPTORS[conv].heads) next.heads = 1;
  if (DESCRIPTORS[conv].radius === 0) for (const field of WIRING) delete next[field];
  if (recipe.width === DEFAULTS[recipe.conv].width) next.width = after.width;
  if (identity && !DESCRIPTORS[conv].identityAllowed) next.weights = after.weights;
  if (next.weights.kind !== 'identity') {
    if (recipe.activation === before.activation) next.activation = after.activation;
    if (recipe.encoder === before.encoder) next.encoder = after.encoder;
    if (recipe.decoder === before.decoder) next.decoder = after.decoder;
  }
  const { width: maps, oneModule, parts, gathersHops } = DESCRIPTORS[conv];
  if (gathersHops) next.jump = 'last';
  if (next.weights.kind !== 'identity') {
    if (maps === 'kept' && !oneModule && next.encoder === 'none') next.encoder = 'linear';
    if (parts !== undefined || next.jump !== 'last') next.decoder = 'linear';
  }
  const stay = Object.entries(recipe.options).filter(([name]) => name in after.options);
  next.options = { ...after.options, ...Object.fromEntries(stay) };
  next.width = nearestMultiple(next.width, partsOf(next));
  return next;
}

/** A field set to undefined is a missing one. */
function defined<T extends object>(partial: T): T {
  return Object.fromEntries(Object.entries(partial).filter(([, value]) => value !== undefined)) as T;
}
