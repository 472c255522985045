import { refuseTogether } from './combinations';
import { completeRecipe, DEFAULT_SEED } from './defaults';
import { CONVS, DESCRIPTORS, type OptionSpec } from './descriptors';
import type { GraphFacts } from './facts';
import type { Activation, ConvName, Encoder, InputSpec, Jump, Norm, Recipe, Residual, WeightSpec } from './recipe';
import { list, type NumberRange, refuseChoice, refuseNumber, refuseTruthValue, refuseUnknown } from './refusal';
import { REWIRING_DEFAULTS, REWIRING_RANGES, REWIRINGS, type Rewiring } from './rewiring';

export const ACTIVATIONS: readonly Activation[] = ['relu', 'tanh', 'elu', 'leakyRelu', 'none'];
export const NORMS: readonly Norm[] = ['none', 'layer', 'batch', 'pair', 'pair-si', 'dgn'];
export const RESIDUALS: readonly Residual[] = ['none', 'skip', 'initial'];
export const JUMPS: readonly Jump[] = ['last', 'concat', 'max'];
export const INPUT_KINDS: readonly InputSpec['kind'][] = ['given', 'onehot', 'degree', 'random', 'spectral', 'columns'];
export const WEIGHT_KINDS: readonly WeightSpec['kind'][] = ['random', 'identity', 'trained', 'file'];
export const ENCODERS: readonly Encoder[] = ['none', 'linear', 'activated'];
export const DECODERS: readonly Recipe['decoder'][] = ['none', 'linear'];
/** What a kind of weights may say besides its kind. */
const WEIGHT_FIELDS: Record<WeightSpec['kind'], readonly string[]> = {
  random: ['seed', 'gain'],
  identity: [],
  trained: ['epoch'],
  file: ['name'],
};
const WHY_MISPLACED: Record<string, string> = {
  epoch: 'only what was trained has epochs',
  name: 'only what was kept has one',
};
const NORMALISATIONS = ['none', 'row', 'standard'] as const;

export const HOPS: NumberRange = { minimum: 0, maximum: 128, whole: true };
export const WIDTH: NumberRange = { minimum: 1, maximum: 256, whole: true };
export const HEADS: NumberRange = { minimum: 1, maximum: 16, whole: true };
export const SEED: NumberRange = { minimum: 0, maximum: 2 ** 32 - 1, whole: true };
/** Dropping everything would leave nothing to learn from. */
export const DROPOUT: NumberRange = { minimum: 0, maximum: 0.95, whole: false };
export const GAIN: NumberRange = { minimum: 0, maximum: 100, whole: false };
/** Of a training, the untrained network being 0. */
export const EPOCH: NumberRange = { minimum: 0, maximum: 100_000, whole: true };

const FIELDS = [
  ...['version', 'conv', 'hops', 'width', 'options', 'activation', 'norm', 'residual', 'encoder', 'decoder'],
  ...[
    'input',
    'weights',
    'heads',
    'aggr',
    'jump',
    'dropout',
    'dropEdge',
    'rewiring',
    'virtualNode',
    'fullyAdjacentLast',
  ],
];

type Fields = Record<string, unknown>;

/**
 * Checks a recipe from outside (a script, an address) and completes it with its convolution's defaults.
 * Throws an `Error` naming the field, its value, the legal ones and the nearest; with `facts`, also what the graph cannot give.
 */
export function validateRecipe(input: unknown, facts?: GraphFacts): Recipe {
  const given = fieldsOf('the recipe', input, FIELDS);
  if (given.version !== undefined && given.version !== 1) {
    throw new Error(
      `Recipe: version is ${String(given.version)}, and this Hopscope reads version 1. A newer one made it: update this page.`,
    );
  }
  const conv = choice('conv', given.conv ?? 'gcn', CONVS);
  const weights = given.weights === undefined ? undefined : weightsOf(given.weights, conv);
  const recipe = completeRecipe(
    {
      conv,
      hops: optional(given.hops, (value) => number('hops', value, HOPS)),
      width: optional(given.width, (value) => number('width', value, WIDTH)),
      heads: optional(given.heads, (value) => headsOf(value, conv)),
      aggr: optional(given.aggr, (value) => aggregationOf(value, conv)),
      options: optional(given.options, (value) => optionsOf(value, conv)),
      activation: optional(given.activation, (value) => choice('activation', value, ACTIVATIONS)),
      norm: optional(given.norm, (value) => choice('norm', value, NORMS)),
      residual: optional(given.residual, (value) => choice('residual', value, RESIDUALS)),
      encoder: optional(given.encoder, (value) => choice('encoder', value, ENCODERS)),
      decoder: optional(given.decoder, (value) => choice('decoder', value, DECODERS)),
      jump: optional(given.jump, (value) => choice('jump', value, JUMPS)),
      dropout: optional(given.dropout, (value) => number('dropout', value, DROPOUT)),
      dropEdge: optional(given.dropEdge, (value) => number('dropEdge', value, DROPOUT)),
      rewiring: optional(given.rewiring, rewiringOf),
      virtualNode: optional(given.virtualNode, (value) => switchOf('virtualNode', value)),
      fullyAdjacentLast: optional(given.fullyAdjacentLast, (value) => switchOf('fullyAdjacentLast', value)),
      input: optional(given.input, (value) => inputOf(value, facts)),
      weights,
    },
    facts,
  );
  refuseTogether(recipe, facts);
  return recipe;
}

function rewiringOf(value: unknown): Rewiring {
  const { kind: named } = fieldsOf('rewiring', value, ['kind', ...Object.keys(REWIRING_RANGES)]);
  const kind = choice('rewiring.kind', named, REWIRINGS);
  const defaults = REWIRING_DEFAULTS[kind];
  const given = fieldsOf(`rewiring "${kind}"`, value, Object.keys(defaults));
  const numbers = Object.entries(defaults).filter(([field]) => field !== 'kind') as [
    keyof typeof REWIRING_RANGES,
    number,
  ][];
  const checked = numbers.map(([field, start]) => [
    field,
    number(`rewiring.${field}`, given[field] ?? start, REWIRING_RANGES[field]),
  ]);
  return { ...defaults, ...Object.fromEntries(checked) };
}

/** Off is the same as not there, so that a recipe is written in one way. */
function switchOf(field: string, value: unknown): true | undefined {
  if (typeof value !== 'boolean') throw refuseTruthValue(field, value);
  return value || undefined;
}

function headsOf(value: unknown, conv: ConvName): number {
  const heads = number('heads', value, HEADS);
  if (heads > 1 && !DESCRIPTORS[conv].heads) {
    const others = CONVS.filter((name) => DESCRIPTORS[name].heads);
    throw new Error(`Recipe: heads is ${heads}, but ${conv} has no attention; take 1, or ${list(others, 'or')}.`);
  }
  return heads;
}

function aggregationOf(value: unknown, conv: ConvName): string | undefined {
  const { aggregations } = DESCRIPTORS[conv];
  if (value === null && aggregations.length === 0) return undefined;
  if (aggregations.length === 0)
    throw new Error(`Recipe: aggr is not for ${conv}, which has one way to aggregate; leave it out.`);
  return choice('aggr', value, aggregations);
}

function weightsOf(value: unknown, conv: ConvName): WeightSpec {
  const { kind, ...rest } = fieldsOf('weights', value, ['kind', 'seed', 'gain', 'epoch', 'name']);
  const chosen = choice('weights.kind', kind, WEIGHT_KINDS);
  if (chosen === 'identity' && !DESCRIPTORS[conv].identityAllowed) {
    const others = CONVS.filter((name) => DESCRIPTORS[name].identityAllowed);
    const why = DESCRIPTORS[conv].radius === 0 ? 'does not propagate' : 'is nothing without its weights';
    throw new Error(
      `Recipe: weights "identity" is not for ${conv}, which ${why}; it is for ${list(others, 'and')}. Take random weights.`,
    );
  }
  const misplaced = Object.keys(rest).find((name) => !WEIGHT_FIELDS[chosen].includes(name));
  if (misplaced !== undefined) {
    const why = WHY_MISPLACED[misplaced] ?? 'nothing is drawn';
    throw new Error(`Recipe: weights "${chosen}" has no ${misplaced}, for ${why}; leave it out.`);
  }
  if (chosen === 'random') {
    return {
      kind: chosen,
      seed: number('weights.seed', rest.seed ?? DEFAULT_SEED, SEED),
      gain: number('weights.gain', rest.gain ?? 1, GAIN),
    };
  }
  if (chosen === 'trained' && rest.epoch !== undefined) {
    return { kind: chosen, epoch: number('weights.epoch', rest.epoch, EPOCH) };
  }
  if (chosen !== 'file' || rest.name === undefined) return { kind: chosen };
  if (typeof rest.name === 'string' && rest.name !== '') return { kind: chosen, name: rest.name };
  throw new Error('Recipe: weights.name has to be a text that is not empty; leave it out for the weights opened last.');
}

function inputOf(value: unknown, facts?: GraphFacts): InputSpec {
  const given = fieldsOf('input', value, ['kind', 'seed', 'width', 'columns', 'normalise']);
  const kind = choice('input.kind', given.kind, INPUT_KINDS);
  const input: InputSpec = { kind, normalise: choice('input.normalise', given.normalise ?? 'none', NORMALISATIONS) };
  const sized = kind === 'random' || kind === 'spectral';
  refuseMisplaced(given, kind, { seed: sized, width: sized, columns: kind === 'columns' });
  if (given.seed !== undefined) input.seed = number('input.seed', given.seed, SEED);
  else if (sized) input.seed = DEFAULT_SEED;
  if (given.width !== undefined) input.width = number('input.width', given.width, WIDTH);
  if (kind === 'columns') input.columns = columnsOf(given.columns, facts);
  if (kind === 'given' && facts && facts.features === 0) {
    throw new Error(
      'Recipe: input.kind is "given", but this graph has no features; take "random", "onehot", "degree" or "spectral".',
    );
  }
  return input;
}

function refuseMisplaced(given: Fields, kind: string, allowed: Record<string, boolean>): void {
  for (const [field, legal] of Object.entries(allowed)) {
    if (!legal && given[field] !== undefined)
      throw new Error(`Recipe: input.${field} is not for the kind "${kind}"; leave it out.`);
  }
}

function columnsOf(value: unknown, facts?: GraphFacts): string[] {
  const names = Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
  if (!Array.isArray(value) || names.length === 0 || names.length !== value.length) {
    throw new Error('Recipe: input.columns has to list at least one attribute name, for example ["age"].');
  }
  if (facts && facts.columns.length === 0) {
    throw new Error(
      'Recipe: input.kind is "columns", but this graph\'s nodes have no numeric attribute; take "random", "onehot", "degree" or "spectral".',
    );
  }
  for (const name of names) {
    if (facts && !facts.columns.includes(name)) throw refuseChoice('input.columns', name, facts.columns);
  }
  return [...new Set(names)];
}

function optionsOf(value: unknown, conv: ConvName): Recipe['options'] {
  const specs = DESCRIPTORS[conv].options;
  const given = fieldsOf(`options of ${conv}`, value, Object.keys(specs));
  const options: Recipe['options'] = {};
  for (const [name, spec] of Object.entries(specs)) {
    const own = given[name];
    if (own === undefined) continue;
    options[name] = optionOf(`options.${name}`, own, spec);
  }
  return options;
}

function optionOf(field: string, value: unknown, spec: OptionSpec): number | boolean | string {
  if (spec.kind === 'number') return number(field, value, { ...spec, whole: spec.whole === true });
  if (spec.kind === 'choice') return choice(field, value, spec.choices);
  if (typeof value === 'boolean') return value;
  throw refuseTruthValue(field, value);
}

function optional<T>(value: unknown, read: (value: unknown) => T): T | undefined {
  return value === undefined ? undefined : read(value);
}

function fieldsOf(where: string, value: unknown, known: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`Recipe: ${where} has to be an object, such as {"${known[1] ?? known[0]}": …}.`);
  }
  for (const name of Object.keys(value)) if (!known.includes(name)) throw refuseUnknown(where, name, known);
  return value as Fields;
}

function choice<T extends string>(field: string, value: unknown, legal: readonly T[]): T {
  const found = legal.find((name) => name === value);
  if (found === undefined) throw refuseChoice(field, value, legal);
  return found;
}

function number(field: string, value: unknown, range: NumberRange): number {
  const legal = typeof value === 'number' && value >= range.minimum && value <= range.maximum;
  if (!legal || (range.whole && !Number.isInteger(value))) throw refuseNumber(field, value, range);
  return value;
}
