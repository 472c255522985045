import type { Graph } from '../graph/graph';
import { factsOf } from '../recipe/facts';
import { validateRecipe } from '../recipe/validate';
import { sameDataset } from './datasets';
import { messageOf } from './errors';
import { sameJson } from './same-json';
import type { Lane, Lanes } from './session';
import type { Companion, State } from './state';
import { useStore } from './store';

/** The lanes compared with what is on screen, as the store has them. */

/**
 * The lanes after the first, with what is known of them.
 * @param graph that of the first.
 * @throws {Error} naming the lane and what is wrong with its recipe.
 */
export function companionsOf([first, ...others]: Lanes, graph: Graph, known: readonly Companion[]): Companion[] {
  return others.map(({ dataset, recipe: asked }, i) => {
    const recipe = placed(`session.lanes[${i + 1}].recipe`, () =>
      validateRecipe(asked, sameDataset(dataset, first.dataset) ? factsOf(graph) : undefined),
    );
    const lane = { dataset, recipe };
    return known.find((each) => sameLane(each, lane)) ?? unknown(lane);
  });
}

/** What is on screen as a companion, with its trace if that has been computed. */
export function frontAsCompanion({ dataset, recipe, graph, trace, setAside, run }: State): Companion {
  const lane = unknown({ dataset, recipe });
  return run === null ? { ...lane, graph, trace: setAside ?? trace } : { ...lane, graph };
}

function unknown(lane: Lane): Companion {
  return { ...lane, graph: null, trace: null, progress: null, failure: null };
}

export function sameLane(a: Lane, b: Lane): boolean {
  return sameDataset(a.dataset, b.dataset) && sameJson(a.recipe, b.recipe);
}

/** Changes what is known of a lane, wherever it is among the companions. @returns whether it is among them still. */
export function changeCompanion(lane: Lane, change: Partial<Companion>): boolean {
  const { companions } = useStore.getState();
  if (!companions.some((each) => sameLane(each, lane))) return false;
  useStore.setState({ companions: companions.map((each) => (sameLane(each, lane) ? { ...each, ...change } : each)) });
  return true;
}

function placed<T>(where: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw new Error(`${where}: ${messageOf(error).replace(/^Recipe: /, '')}`, { cause: error });
  }
}
