import { counted, formatShare } from '../../charts/numbers';
import { DEFAULTS, defaultInput } from '../../recipe/defaults';
import { DESCRIPTORS, optionActs } from '../../recipe/descriptors';
import type { InputSpec, Recipe, WeightSpec } from '../../recipe/recipe';
import type { Rewiring } from '../../recipe/rewiring';
import { sameJson } from '../../store/same-json';
import type { Lane } from '../../store/session';
import { INPUT_NAMES } from '../top-bar/input-kinds';
import { OPTION_NAMES } from '../top-bar/option-names';
import { ACTIVATION_NAMES, NORM_NAMES } from '../top-bar/recipe-names';

/** One thing in which lanes may differ: what it is in each of them. */
export type Aspect = readonly Facet[];

interface Facet {
  /** Undefined where the lane has no such thing. */
  value: unknown;
  /** It in two or three words; what is lacking begins with "no". */
  words: string;
  /** Whether it is what its layer starts with. */
  usual?: boolean;
}

type Words = { [Field in keyof Recipe]?: (value: NonNullable<Recipe[Field]>) => string };

/** Of the fields that are said by their value alone, in the order of a title. */
const WORDS: Words = {
  hops: (hops) => counted(hops, 'hop'),
  residual: (residual) => (residual === 'none' ? 'no residual' : `${residual} residual`),
  norm: (norm) => (norm === 'none' ? 'no norm' : NORM_NAMES[norm]),
  jump: (jump) => (jump === 'last' ? 'no jump' : `${jump} jump`),
  dropEdge: (share) => (share === 0 ? 'no DropEdge' : `DropEdge ${share}`),
  dropout: (share) => (share === 0 ? 'no dropout' : `dropout ${share}`),
  activation: (activation) => (activation === 'none' ? 'no activation' : ACTIVATION_NAMES[activation]),
  width: (width) => `width ${width}`,
  heads: (heads) => counted(heads, 'head'),
  aggr: (aggr) => `${aggr} of messages`,
  encoder: (encoder) => (encoder === 'none' ? 'no encoder' : `${encoder} encoder`),
  decoder: (decoder) => (decoder === 'none' ? 'no decoder' : `${decoder} decoder`),
  rewiring: rewiringWords,
  virtualNode: () => 'virtual node',
  fullyAdjacentLast: () => 'last layer hears all',
};

function rewiringWords(rewiring: Rewiring): string {
  if (rewiring.kind === 'gdc') return `GDC of ${rewiring.k} neighbours`;
  const name = { fosr: 'FoSR', sdrf: 'SDRF', flip: 'flips' }[rewiring.kind];
  return `${name} of ${formatShare(rewiring.share)}`;
}

/** Said in words of their own. */
const APART: readonly string[] = ['version', 'conv', 'options', 'input', 'weights'];

/** A lane, with its graph where that is there. */
export interface LaneOnGraph extends Lane {
  graph?: { features: { columns: number } | null } | null;
}

/** All that a recipe says, the layer first. */
export function recipeAspects(lanes: readonly LaneOnGraph[]): Aspect[] {
  const recipes = lanes.map(({ recipe }) => recipe);
  const options = [...new Set(recipes.flatMap((recipe) => Object.keys(recipe.options)))];
  // A field that has no words here yet is said by its name.
  const others = new Set(recipes.flatMap((recipe) => Object.keys(recipe)));
  const fields = [...new Set([...Object.keys(WORDS), ...others])].filter((field) => !APART.includes(field));
  return [
    recipes.map(({ conv }) => ({ value: conv, words: DESCRIPTORS[conv].title })),
    ...options.map((name) => recipes.map((recipe) => optionFacet(recipe, name))),
    ...fields.map((field) => recipes.map((recipe) => fieldFacet(recipe, field as keyof Recipe))),
    lanes.map(inputFacet),
    weightAspect(recipes),
  ];
}

function fieldFacet(recipe: Recipe, field: keyof Recipe): Facet {
  const value = recipe[field];
  const words = WORDS[field] as ((given: unknown) => string) | undefined;
  const usual = field !== 'hops' && sameJson(value, (DEFAULTS[recipe.conv] as Partial<Recipe>)[field]);
  if (value === undefined) return { value: field in WORDS ? undefined : null, words: `no ${spaced(field)}`, usual };
  return { value, words: words ? words(value) : settingWords(spaced(field), value), usual };
}

function optionFacet(recipe: Recipe, name: string): Facet {
  const { conv, options } = recipe;
  const spec = DESCRIPTORS[conv].options[name];
  if (!spec || !optionActs(spec, recipe)) return { value: undefined, words: '' };
  const value = options[name];
  const [, inside] = /\((.+)\)/.exec(OPTION_NAMES[name] ?? '') ?? [];
  const usual = value === DEFAULTS[conv].options[name];
  return { value, words: settingWords(inside ?? OPTION_NAMES[name] ?? spaced(name), value), usual };
}

function settingWords(name: string, value: unknown): string {
  const start = name.length > 2 ? `${name[0].toLowerCase()}${name.slice(1)}` : name;
  if (typeof value === 'boolean') return value ? start : `no ${start}`;
  if (typeof value === 'number' || typeof value === 'string') return `${start} ${value}`;
  const inner = Object.values(value ?? {}).filter((each) => typeof each !== 'object');
  return `${start} ${inner.join(' ')}`;
}

/** What a graph starts with where nobody chooses follows from the graph. */
function inputFacet({ recipe: { input }, graph }: LaneOnGraph): Facet {
  const usual = graph != null && sameJson(input, defaultInput({ features: graph.features?.columns ?? 0 }));
  return { value: input, words: inputWords(input), usual };
}

function inputWords({ kind, seed, width, columns, normalise }: InputSpec): string {
  const parts = [
    `${INPUT_NAMES[kind].label.toLowerCase()} input`,
    seed === undefined ? '' : `seed ${seed}`,
    width === undefined ? '' : `width ${width}`,
    columns?.join(' ') ?? '',
    normalise === 'none' ? '' : `${normalise} normalised`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Drawn weights go by their seed among drawn ones, and are untrained beside others. */
function weightAspect(recipes: readonly Recipe[]): Aspect {
  const drawn = recipes.filter(({ weights }) => weights.kind === 'random');
  const onlyDrawn = drawn.length === recipes.length;
  const apart = drawn.some(({ weights }) => !sameJson(weights, drawn[0].weights));
  return recipes.map(({ weights }) => {
    if (weights.kind !== 'random') return { value: weights, words: weightWords(weights) };
    const { seed, gain } = weights;
    const how = `seed ${seed}${gain === 1 ? '' : `, gain ${gain}`}`;
    return { value: weights, words: onlyDrawn ? how : `untrained${apart ? `, ${how}` : ''}` };
  });
}

function weightWords(weights: Exclude<WeightSpec, { kind: 'random' }>): string {
  switch (weights.kind) {
    case 'identity':
      return 'identity weights';
    case 'trained':
      return weights.epoch === undefined ? 'trained' : `trained, epoch ${weights.epoch}`;
    case 'file':
      return weights.name ?? 'weights from a file';
  }
}

/** "virtualNode" as "virtual node". */
function spaced(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
