import type { Graph } from '../../../graph/graph';
import { factsOf } from '../../../recipe/facts';
import { validateRecipe } from '../../../recipe/validate';
import type { StateDict } from '../../models/parameters';
import { runRecipe } from '../../models/run';
import type { Traced } from '../pull-back';

/** The trace of a recipe, on the backend set in TensorFlow.js; with weights of its own when given. */
export async function traceOf(graph: Graph, recipe: unknown, state?: StateDict): Promise<Traced> {
  const checked = validateRecipe(recipe, factsOf(graph));
  const { hops, parameters } = await runRecipe(graph, checked, () => {}, state);
  return { graph, recipe: checked, hops, parameters };
}

/** A checkpoint that lets everything go on. */
export const goOn = async (): Promise<void> => {};
