import type { Graph } from '../graph/graph';
import { whyNoWiring } from '../graph/wiring/wiring';
import { WIRING } from '../recipe/combinations';
import { completeRecipe, defaultInput, withConvolution } from '../recipe/defaults';
import { DESCRIPTORS } from '../recipe/descriptors';
import { factsOf, type GraphFacts } from '../recipe/facts';
import type { Recipe } from '../recipe/recipe';
import { notify } from './notices';
import { sameJson } from './same-json';

/**
 * The recipe with some fields changed by hand. What the change makes meaningless gives way to its default rather than
 * refuse the change: another convolution has its own options, identity weights leave nothing for a linear map, and weights
 * that were trained or opened fit no network of other shapes.
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
  const reshaped = change.weights === undefined && !sameJson(shapeOf(recipe), shapeOf(next));
  return reshaped && isLearned(next) ? withRandomWeights(next) : next;
}

/**
 * The recipe on another graph. An input nobody chose, the default of the graph before, becomes the default of the new one; a
 * chosen one stays, unless the new graph cannot give it. Weights that were trained or opened stay where the new graph asks for
 * the same shapes, so that they can be tried on nodes they have not seen; else random ones take their place.
 */
export function recipeFor(graph: Graph, asked: Recipe, before: Graph | null): Recipe {
  const facts = factsOf(graph);
  const recipe = wiredFor(graph, asked);
  const chosen = before === null || !sameJson(recipe.input, defaultInput(factsOf(before)));
  const input = chosen && inputFits(recipe, facts) ? recipe.input : defaultInput(facts);
  const next = sameJson(input, recipe.input) ? recipe : { ...recipe, input };
  const fit = before !== null && next === recipe && sameJson(shapesFrom(before, recipe), shapesFrom(graph, recipe));
  return isLearned(recipe) && !fit ? withRandomWeights(next) : next;
}

/** The recipe without what cannot be on this graph of what it has messages run along; says so. */
function wiredFor(graph: Graph, recipe: Recipe): Recipe {
  const reason = whyNoWiring(graph, recipe);
  if (reason === null) return recipe;
  notify('info', 'Messages run along the graph’s own edges', reason);
  const { rewiring: _, fullyAdjacentLast: __, ...rest } = recipe;
  return rest;
}

/** Whether the weights have shapes of their own, which a recipe and a graph may or may not fit. */
export function isLearned({ weights }: Pick<Recipe, 'weights'>): boolean {
  return weights.kind === 'trained' || weights.kind === 'file';
}

/** Says so where weights that were trained or opened gave way to random ones. */
export function tellWithoutLearned(before: Recipe, after: Recipe, what: string): void {
  if (!isLearned(before) || isLearned(after)) return;
  const learned = before.weights.kind === 'trained' ? 'The trained weights' : 'The weights from the file';
  notify('info', 'Random weights are shown', `${learned} are for the ${what} before. Undo goes back to them.`);
}

function withRandomWeights(recipe: Recipe): Recipe {
  return { ...recipe, weights: completeRecipe({ conv: recipe.conv }).weights };
}

/** What of a recipe the shapes of its weights follow from. Of the options, real numbers never change a shape. */
function shapeOf(recipe: Recipe) {
  const { conv, hops, width, heads, options, norm, jump, encoder, decoder, input } = recipe;
  const shaping = Object.entries(options).filter(([name]) => {
    const spec = DESCRIPTORS[conv].options[name];
    return spec?.kind !== 'number' || spec.whole;
  });
  const columns = [input.kind, input.width, input.columns?.length];
  // Edges that the graph does not have are a relation of their own, which has weights of its own in R-GCN alone.
  const wired = conv === 'rgcn' && WIRING.some((field) => recipe[field] !== undefined);
  return {
    conv,
    hops,
    width,
    heads,
    norm,
    jump,
    encoder,
    decoder,
    columns,
    options: Object.fromEntries(shaping),
    wired,
  };
}

/** What of a graph they follow from. */
function shapesFrom(graph: Graph, { input }: Recipe): number[] {
  const { nodes, features, classes } = factsOf(graph);
  const columns = input.kind === 'given' ? features : input.kind === 'onehot' ? nodes : 0;
  return [columns, classes, graph.relations.length, graph.edgeFeatures?.columns ?? 0];
}

function inputFits({ input }: Recipe, facts: GraphFacts): boolean {
  if (input.kind === 'given') return facts.features > 0;
  if (input.kind === 'columns') return (input.columns ?? []).every((name) => facts.columns.includes(name));
  return true;
}
