import type { Graph } from '../graph/graph';
import { completeRecipe, defaultInput, withConvolution } from '../recipe/defaults';
import { DESCRIPTORS } from '../recipe/descriptors';
import { factsOf, type GraphFacts } from '../recipe/facts';
import type { Recipe } from '../recipe/recipe';
import { sameJson } from './same-json';

/**
 * The recipe with some fields changed by hand. What the change makes meaningless gives way to its default rather than
 * refuse the change: another convolution has its own options, and identity weights leave nothing for a linear map.
 */
export function changedRecipe(recipe: Recipe, change: Partial<Recipe>): Recipe {
  const next: Recipe = { ...withConvolution(recipe, change.conv ?? recipe.conv), ...change };
  const { identityAllowed } = DESCRIPTORS[next.conv];
  if (next.weights.kind === 'identity' && !identityAllowed) next.weights = completeRecipe({ conv: next.conv }).weights;
  if (next.weights.kind === 'identity') {
    next.encoder = 'none';
    next.decoder = 'none';
    if (recipe.weights.kind !== 'identity') next.activation = change.activation ?? 'none';
  }
  return next;
}

/**
 * The recipe on another graph. An input nobody chose, the default of the graph before, becomes the default of the new one; a
 * chosen one stays, unless the new graph cannot give it.
 */
export function recipeFor(graph: Graph, recipe: Recipe, before: Graph | null): Recipe {
  const facts = factsOf(graph);
  const chosen = before === null || !sameJson(recipe.input, defaultInput(factsOf(before)));
  return chosen && inputFits(recipe, facts) ? recipe : { ...recipe, input: defaultInput(facts) };
}

function inputFits({ input }: Recipe, facts: GraphFacts): boolean {
  if (input.kind === 'given') return facts.features > 0;
  if (input.kind === 'columns') return (input.columns ?? []).every((name) => facts.columns.includes(name));
  return true;
}
