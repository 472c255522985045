import type { Engine } from '../engine/client';
import type { Weights } from '../engine/protocol';
import type { Recipe, WeightSpec } from '../recipe/recipe';

/**
 * Learned weights of lanes that are compared. The engine has those of the last training alone; whatever leaves the screen takes
 * its own along under a name, by which its recipe speaks of them. They are gone with the page.
 */

const kept = new Map<string, Weights>();

/** How many networks are kept; the oldest go first. */
const MOST = 12;

let trainings = 0;
let files = 0;

/** Keeps the weights of a network that was trained or opened; @returns what its recipe says of them from now on. */
export function keepWeights(spec: WeightSpec, weights: Weights): WeightSpec {
  const name = nameFor(spec);
  kept.set(name, weights);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST) break;
    kept.delete(oldest);
  }
  return { kind: 'file', name };
}

function nameFor(spec: WeightSpec): string {
  if (spec.kind !== 'trained') return `opened ${++files}`;
  return `trained ${++trainings}${spec.epoch === undefined ? '' : `, epoch ${spec.epoch}`}`;
}

/** Whether a recipe speaks of weights that were kept. */
export function namesWeights({ weights }: Recipe): boolean {
  return weights.kind === 'file' && weights.name !== undefined;
}

/**
 * Gives the engine the weights that a recipe names, if it names any; its graph has to be there.
 * @throws {Error} when they are gone.
 */
export async function provideWeights(engine: Engine, recipe: Recipe): Promise<void> {
  const { weights } = recipe;
  if (weights.kind !== 'file' || weights.name === undefined) return;
  const found = kept.get(weights.name);
  if (!found) {
    throw new Error(
      `The weights “${weights.name}” are no longer here: they are kept for this visit alone. Train it again, or take random weights.`,
    );
  }
  await engine.setWeights(recipe, found);
}
