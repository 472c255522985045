import { whyNoRemedy } from '../../panels/remedies/why-no-remedy';
import { INPUT_NAMES, inputOfKind, whyNoInput } from '../../panels/top-bar/input-kinds';
import { ACTIVATION_NAMES, ENCODER_NAMES, NORM_NAMES, RESIDUAL_NAMES } from '../../panels/top-bar/recipe-names';
import { CONVS, DESCRIPTORS } from '../../recipe/descriptors';
import { factsOf } from '../../recipe/facts';
import type { Recipe, WeightSpec } from '../../recipe/recipe';
import { REMEDIES } from '../../recipe/remedies';
import { ACTIVATIONS, ENCODERS, HOPS, INPUT_KINDS, NORMS, RESIDUALS } from '../../recipe/validate';
import { actions } from '../../store/actions';
import type { Command } from '../../store/command';
import type { State } from '../../store/state';
import { useStore } from '../../store/store';
import { press, withoutTopBar } from './press';

/** What the model is. */
export const RECIPE_COMMANDS: readonly Command[] = [
  ...pickers(),
  {
    id: 'hops.more',
    title: 'One hop more',
    group: 'Recipe',
    keys: [']'],
    controls: ['hops'],
    words: 'deeper layers depth',
    unavailable: ({ recipe }) => (recipe.hops >= HOPS.maximum ? `There are ${HOPS.maximum} hops at most.` : null),
    run: () => actions.changeRecipe({ hops: recipeNow().hops + 1 }),
  },
  {
    id: 'hops.fewer',
    title: 'One hop fewer',
    group: 'Recipe',
    keys: ['['],
    controls: ['hops'],
    words: 'shallower layers depth',
    unavailable: ({ recipe }) => (recipe.hops <= HOPS.minimum ? 'There are no hops left.' : null),
    run: () => actions.changeRecipe({ hops: recipeNow().hops - 1 }),
  },
  {
    id: 'weights.redraw',
    title: 'Draw other random weights',
    group: 'Recipe',
    keys: ['R'],
    controls: ['weights', 'weights-redraw'],
    words: 'seed next reinitialise',
    unavailable: ({ recipe }) => (recipe.weights.kind === 'random' ? null : 'The weights are not random.'),
    run: () => actions.changeRecipe({ weights: redrawn(recipeNow().weights) }),
  },
  {
    id: 'weights.identity',
    title: 'Weights: identity',
    group: 'Recipe',
    controls: ['weights', 'weights-identity'],
    words: 'none propagation parameters',
    unavailable({ recipe: { conv, weights } }) {
      if (weights.kind === 'identity') return 'They are identity weights now.';
      const { identityAllowed, title } = DESCRIPTORS[conv];
      return identityAllowed ? null : `${title} does not propagate, so nothing would happen.`;
    },
    run: () => actions.changeRecipe({ weights: { kind: 'identity' } }),
  },
  {
    id: 'weights.random',
    title: 'Weights: random',
    group: 'Recipe',
    controls: ['weights', 'weights-random'],
    words: 'seed untrained',
    unavailable: ({ recipe }) => (recipe.weights.kind === 'random' ? 'They are random now.' : null),
    run: () => actions.changeRecipe({ weights: redrawn(recipeNow().weights) }),
  },
  ...CONVS.map(
    (conv): Command => ({
      id: `layer.${conv}`,
      title: `Layer: ${DESCRIPTORS[conv].title}`,
      group: 'Recipe',
      controls: ['layer', `layer-${conv}`],
      words: `convolution model ${conv} ${DESCRIPTORS[conv].paper?.title ?? ''} ${DESCRIPTORS[conv].paper?.authors ?? ''}`,
      unavailable: ({ recipe }) => (recipe.conv === conv ? 'It is the layer now.' : null),
      run: () => actions.changeRecipe({ conv }),
    }),
  ),
  ...INPUT_KINDS.map(
    (kind): Command => ({
      id: `input.${kind}`,
      title: `Input: ${INPUT_NAMES[kind].label.toLowerCase()}`,
      group: 'Recipe',
      controls: ['input', `input-${kind}`],
      words: `features ${INPUT_NAMES[kind].description}`,
      unavailable({ recipe, graph }) {
        if (recipe.input.kind === kind) return 'It is the input now.';
        return graph ? (whyNoInput(kind, factsOf(graph)) ?? null) : 'The graph is still coming.';
      },
      run: () => changeInput(kind),
    }),
  ),
  ...REMEDIES.map(
    (remedy): Command => ({
      id: `remedy.${remedy.id}`,
      title: `Remedy: ${remedy.title}`,
      group: 'Recipe',
      controls: ['recipe', `remedy-${remedy.id}`],
      words: `on off switch against ${remedy.against} ${remedy.line} ${remedy.paper.authors}`,
      unavailable: ({ graph, recipe }) => (remedy.isOn(recipe) ? null : whyNoRemedy(remedy, graph, recipe)),
      run: () => actions.changeRecipe(remedy.isOn(recipeNow()) ? remedy.off : remedy.on),
    }),
  ),
  ...choices('activation', 'Activation', ACTIVATIONS, ACTIVATION_NAMES),
  ...choices('norm', 'Normalisation', NORMS, NORM_NAMES),
  ...choices('residual', 'Residual', RESIDUALS, RESIDUAL_NAMES),
  ...choices('encoder', 'Encoder', ENCODERS, ENCODER_NAMES),
];

/** What opens the controls themselves, for what is no plain choice. */
function pickers(): Command[] {
  const named = {
    layer: 'Choose a layer…',
    hops: 'Choose how many hops…',
    weights: 'Choose the weights…',
    input: 'Choose the input…',
    recipe: 'Change the rest of the recipe, choose remedies…',
  };
  return Object.entries(named).map(([control, title]) => ({
    id: `recipe.${control}`,
    title,
    group: 'Recipe',
    controls: ['top-bar', control],
    unavailable: withoutTopBar,
    run: () => press(control),
  }));
}

/** One command a value of a field that is chosen from a list. */
function choices<Field extends 'activation' | 'norm' | 'residual' | 'encoder'>(
  field: Field,
  title: string,
  values: readonly Recipe[Field][],
  names: Record<Recipe[Field], string>,
): Command[] {
  return values.map((value) => ({
    id: `${field}.${value}`,
    title: `${title}: ${names[value]}`,
    group: 'Recipe',
    controls: ['recipe', field],
    unavailable: ({ recipe }: State) => (recipe[field] === value ? 'It is so now.' : null),
    run: () => actions.changeRecipe({ [field]: value }),
  }));
}

function redrawn(weights: WeightSpec): WeightSpec {
  return weights.kind === 'random' ? { ...weights, seed: weights.seed + 1 } : { kind: 'random', seed: 7, gain: 1 };
}

async function changeInput(kind: (typeof INPUT_KINDS)[number]): Promise<void> {
  const { graph, recipe } = useStore.getState();
  if (graph) await actions.changeRecipe({ input: inputOfKind(kind, recipe.input.normalise, factsOf(graph)) });
}

function recipeNow(): Recipe {
  return useStore.getState().recipe;
}
