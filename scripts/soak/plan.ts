import { graphFromPlain } from '../../src/graph/from-plain';
import type { PlainGraph } from '../../src/graph/plain';
import { type Random, seededRandom } from '../../src/graph/random';
import { CONVS, DESCRIPTORS } from '../../src/recipe/descriptors';
import { factsOf, type GraphFacts } from '../../src/recipe/facts';
import type { TaskSpec } from '../../src/recipe/task';
import { validateRecipe } from '../../src/recipe/validate';
import { COLOUR_ENCODINGS, EMBEDDING_SCALES } from '../../src/store/session';
import { asAdvised } from './advice';
import { COMBINATIONS, type Combination, type Draft, draftRecipe } from './draft';
import { LEAST_OF_A_CLASS, randomGraph } from './graph';
import type { Look } from './page';

export { asAdvised } from './advice';
export { COMBINATIONS, type Draft } from './draft';

/** One run of the soak. Its seed fixes all of it. */
export interface Plan {
  seed: number;
  combination: Combination;
  graph: PlainGraph;
  /** Legal on this graph. */
  recipe: Draft;
  /** What the validator refused on the way there. */
  refused: Refused[];
  task: Partial<TaskSpec>;
  look: Look;
  /** Whether the panel of training is open while it trains. */
  panel: boolean;
  /** Whether the weights learned go out as a file and come in again. */
  weightsAgain: boolean;
}

export interface Refused {
  recipe: Draft;
  reason: string;
}

/** Runs whose numbers follow one another cover all combinations in one lap. */
export function combinationOf(seed: number): Combination {
  return COMBINATIONS[seed % COMBINATIONS.length];
}

/**
 * So many seeds from the first on, of these convolutions alone where some are named.
 * @throws {Error} when there is no such convolution.
 */
export function seedsFrom(first: number, runs: number, only: readonly string[] = []): number[] {
  const unknown = only.find((name) => !(CONVS as string[]).includes(name));
  if (unknown !== undefined) throw new Error(`there is no convolution ${unknown}; there are ${CONVS.join(', ')}`);
  const seeds: number[] = [];
  for (let seed = first; seeds.length < runs; seed++) {
    if (only.length === 0 || only.includes(combinationOf(seed).conv)) seeds.push(seed);
  }
  return seeds;
}

/** The same seed gives the same plan. @throws {Error} when a refusal does not say what would be legal. */
export function planOf(seed: number): Plan {
  const random = seededRandom(seed);
  const combination = combinationOf(seed);
  const { heads, name } = DESCRIPTORS[combination.conv];
  const graph = randomGraph(random, { relations: name === 'rgcn', edgeFeatures: heads === true });
  const typed = graphFromPlain(graph);
  const [facts, ids] = [factsOf(typed), typed.ids];
  // In every second lap anything goes; in the others norm and residual are sure to act.
  const acting = Math.floor(seed / COMBINATIONS.length) % 2 === 0;
  const { recipe, refused } = legalised(draftRecipe(random, combination, facts, acting), facts);
  return {
    ...{ seed, combination, graph, recipe, refused },
    task: randomTask(random, graph.split !== undefined),
    look: {
      node: ids[random.below(ids.length)],
      where: random.uniform(),
      view: { colour: random.choice(COLOUR_ENCODINGS), scale: random.choice(EMBEDDING_SCALES) },
    },
    panel: random.uniform() < 0.5,
    weightsAgain: random.uniform() < 0.1,
  };
}

/** Does what each refusal says until nothing is refused. */
export function legalised(draft: Draft, facts: GraphFacts): Pick<Plan, 'recipe' | 'refused'> {
  const refused: Refused[] = [];
  let recipe = draft;
  for (let reason = whyNot(recipe, facts); reason !== null; reason = whyNot(recipe, facts)) {
    const better = asAdvised(recipe, reason);
    if (better === null) throw new Error(`a refusal does not say what would be legal: ${reason}`);
    if (refused.some((one) => one.reason === reason))
      throw new Error(`its advice was taken and did not help: ${reason}`);
    refused.push({ recipe, reason });
    recipe = better;
  }
  return { recipe, refused };
}

function whyNot(recipe: Draft, facts: GraphFacts): string | null {
  try {
    validateRecipe(recipe, facts);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Five to eight epochs, now and then at a learning rate that cannot work. */
function randomTask(random: Random, hasSplit: boolean): Partial<TaskSpec> {
  const chance = (share: number) => random.uniform() < share;
  const seed = random.below(2 ** 32);
  const task: Partial<TaskSpec> = {
    epochs: 5 + random.below(4),
    learningRate: chance(0.03) ? 100 : 10 ** (-3 + 2 * random.uniform()),
    weightDecay: random.choice([0, 5e-4, 0.1]),
    monitor: random.choice(['accuracy', 'loss']),
    patience: chance(0.2) ? 5 : null,
    seed,
    traceEvery: chance(0.1) ? 3 : 0,
    baselines: chance(0.15),
  };
  if (hasSplit && chance(0.7)) return task;
  const train = 1 + random.below(LEAST_OF_A_CLASS - 1);
  task.split = chance(0.5)
    ? { kind: 'fraction', train: 0.2 + 0.6 * random.uniform(), validation: 0.2 * random.uniform(), seed }
    : { kind: 'perClass', train, validation: random.below(3), test: random.below(3), seed };
  return task;
}
