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

/** Keeps the weights of a network that was trained or opened; @returns what its recipe says of them from now on. */
export function keepWeights(spec: WeightSpec, weights: Weights): WeightSpec {
  return keepAs(nameFor(spec), weights);
}

/** Keeps weights that had this name before, by it or by another where it is taken; @returns as `keepWeights`. */
export function keepAgain(name: string, weights: Weights): WeightSpec {
  return keepAs(kept.has(name) ? nameFor({ kind: name.startsWith('trained') ? 'trained' : 'file' }) : name, weights);
}

function keepAs(name: string, weights: Weights): WeightSpec {
  kept.set(name, weights);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST) break;
    kept.delete(oldest);
  }
  return { kind: 'file', name };
}

/** The next number after all that are kept: a name that has been given means nothing else later. */
function nameFor(spec: WeightSpec): string {
  const numbers = Array.from(kept.keys(), (name) => Number(/\d+/.exec(name)?.[0] ?? 0));
  const number = Math.max(0, ...numbers) + 1;
  if (spec.kind !== 'trained') return `opened ${number}`;
  return `trained ${number}${spec.epoch === undefined ? '' : `, epoch ${spec.epoch}`}`;
}

/** Under which name a recipe speaks of weights that were kept; null when it does not. */
export function nameOfKept({ weights }: Pick<Recipe, 'weights'>): string | null {
  return weights?.kind === 'file' ? (weights.name ?? null) : null;
}

/** @throws {Error} when they are gone. */
export function keptWeights(name: string): Weights {
  const found = kept.get(name);
  if (found) return found;
  throw new Error(
    `The weights “${name}” are no longer here: they are kept for this visit alone. Train it again, or take random weights.`,
  );
}

/** Gives the engine the weights that a recipe names, if it names any; its graph has to be there. @throws {Error} as `keptWeights`. */
export async function provideWeights(engine: Engine, recipe: Recipe): Promise<void> {
  const name = nameOfKept(recipe);
  if (name !== null) await engine.setWeights(recipe, keptWeights(name));
}
