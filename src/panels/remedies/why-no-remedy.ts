import type { Graph } from '../../graph/graph';
import { whyNoWiring } from '../../graph/wiring/wiring';
import { factsOf } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';
import type { Remedy } from '../../recipe/remedies';
import { validateRecipe } from '../../recipe/validate';
import { changedRecipe } from '../../store/recipe-change';

/** Why it cannot be switched on under this recipe, and what could be done; null where it can. */
export function whyNoRemedy({ on }: Remedy, graph: Graph | null, recipe: Recipe): string | null {
  if (!graph) return 'The graph is still coming.';
  const next = changedRecipe(recipe, on);
  try {
    validateRecipe(next, factsOf(graph));
  } catch (error) {
    // What a recipe refuses it says in a sentence for people.
    return (error as Error).message.replace(/^Recipe: /, 'With it ');
  }
  return whyNoWiring(graph, next);
}
