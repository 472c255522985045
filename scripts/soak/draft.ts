import type { Random } from '../../src/graph/random';
import { CONVS, DESCRIPTORS, type OptionSpec } from '../../src/recipe/descriptors';
import type { GraphFacts } from '../../src/recipe/facts';
import type { ConvName, InputSpec, Norm, Recipe, Residual } from '../../src/recipe/recipe';
import { REWIRINGS, type Rewiring } from '../../src/recipe/rewiring';
import { ACTIVATIONS, INPUT_KINDS, JUMPS, NORMS, RESIDUALS } from '../../src/recipe/validate';

/** What a run is there to try; the rest of its recipe is drawn. */
export interface Combination {
  conv: ConvName;
  norm: Norm;
  residual: Residual;
}

/** Every convolution with every norm and residual, convolutions in turn. */
export const COMBINATIONS: Combination[] = RESIDUALS.flatMap((residual) =>
  NORMS.flatMap((norm) => CONVS.map((conv) => ({ conv, norm, residual }))),
);

/** A recipe before it is checked: each field may be what the validator refuses, alone or beside another. */
export type Draft = Partial<Omit<Recipe, 'conv' | 'norm' | 'residual'>> & Combination;

/**
 * A recipe with every field drawn by itself, so that many are not legal together, and one in ten has a field that is never
 * legal. What can be drawn is read from the descriptors: a new layer or option is drawn like the others.
 *
 * @param acting whether norm and residual must have a place to act: at least two hops, all of one width.
 */
export function draftRecipe(random: Random, combination: Combination, facts: GraphFacts, acting: boolean): Draft {
  const chance = (share: number) => random.uniform() < share;
  const { heads, aggregations, identityAllowed } = DESCRIPTORS[combination.conv];
  const draft: Draft = {
    ...combination,
    hops: drawHops(random, acting),
    width: 1 + random.below(32),
    options: drawOptions(random, combination.conv),
    activation: random.choice(ACTIVATIONS),
    jump: chance(0.6) ? 'last' : random.choice(JUMPS),
    encoder: acting && combination.residual !== 'none' ? 'linear' : random.choice(['none', 'linear']),
    decoder: random.choice(['none', 'linear']),
    input: drawInput(random, facts),
    weights: { kind: 'random', seed: random.below(2 ** 32), gain: drawGain(random) },
  };
  if (heads || chance(0.03)) draft.heads = 1 + random.below(4);
  if (aggregations.length > 0) draft.aggr = random.choice(aggregations);
  if (chance(0.3)) draft.dropout = 0.95 * random.uniform();
  if (chance(0.3)) draft.dropEdge = 0.95 * random.uniform();
  if (chance(0.25)) draft.rewiring = drawRewiring(random);
  if (chance(0.15)) draft.virtualNode = true;
  if (chance(0.15)) draft.fullyAdjacentLast = true;
  if (!acting && chance(identityAllowed ? 0.15 : 0.03)) draft.weights = { kind: 'identity' };
  return chance(0.1) ? withSomethingIllegal(random, draft) : draft;
}

function drawHops(random: Random, acting: boolean): number {
  const u = random.uniform();
  if (u < 0.06) return 9 + random.below(24);
  return !acting && u < 0.2 ? random.below(2) : 2 + random.below(7);
}

/** Mostly about 1; now and then one with which a deep stack overflows or dies. */
function drawGain(random: Random): number {
  const u = random.uniform();
  if (u < 0.7) return 1;
  return u < 0.95 ? 0.25 + 2 * random.uniform() : random.choice([0, 20, 100]);
}

function drawOptions(random: Random, conv: ConvName): Recipe['options'] {
  const specs = Object.entries(DESCRIPTORS[conv].options).filter(() => random.uniform() < 0.6);
  return Object.fromEntries(specs.map(([name, spec]) => [name, drawOption(random, spec)]));
}

function drawOption(random: Random, spec: OptionSpec): number | boolean | string {
  if (spec.kind === 'boolean') return random.uniform() < 0.5;
  if (spec.kind === 'choice') return random.choice(spec.choices);
  const { minimum, maximum } = spec;
  // The ends of a range are where formulas divide by nothing.
  if (random.uniform() < 0.2) return random.choice([minimum, maximum]);
  return spec.whole ? minimum + random.below(maximum - minimum + 1) : minimum + (maximum - minimum) * random.uniform();
}

/** Any kind, also one that this graph cannot give. */
function drawInput(random: Random, facts: GraphFacts): InputSpec {
  const kind = random.choice(INPUT_KINDS);
  const input: InputSpec = { kind, normalise: random.choice(['none', 'row', 'standard']) };
  if (kind === 'random' || kind === 'spectral') {
    input.seed = random.below(2 ** 32);
    if (random.uniform() < 0.5) input.width = 1 + random.below(24);
  }
  if (kind === 'columns') input.columns = facts.columns.length > 0 ? facts.columns : ['age'];
  return input;
}

function drawRewiring(random: Random): Rewiring {
  const share = 0.5 * random.uniform();
  const kind = random.choice(REWIRINGS);
  if (kind === 'flip') return { kind, share, seed: random.below(2 ** 32) };
  return kind === 'gdc' ? { kind, alpha: 0.05 + 0.9 * random.uniform(), k: 1 + random.below(16) } : { kind, share };
}

function withSomethingIllegal(random: Random, draft: Draft): Draft {
  const mistakes: Record<string, unknown>[] = [
    { width: 0 },
    { hops: 4.5 },
    { heads: 0 },
    { aggr: 'median' },
    { activation: 'rely' },
    { encoder: 'liner' },
    { jump: 'maximum' },
    { dropout: 1 },
    { dropEdge: -0.5 },
    { rewiring: { kind: 'sdfr' } },
    { virtualNode: 1 },
    { options: { ...draft.options, alpha: 2 } },
    { options: { ...draft.options, depth: 3 } },
    { input: { kind: 'degree', normalise: 'none', seed: 3 } },
    { input: { kind: 'onehot', normalise: 'rows' } },
    { weights: { kind: 'random', seed: 1, gain: -1 } },
    { weights: { kind: 'randm', seed: 1, gain: 1 } },
  ];
  return { ...draft, ...random.choice(mistakes) };
}
