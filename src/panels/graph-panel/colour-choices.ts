import type { ColourEncoding } from '../../store/session';
import type { State } from '../../store/state';
import { isLearned } from '../../store/stepping';
import type { Choice } from '../../ui/radio';

type Told = Pick<State, 'graph' | 'trace' | 'recipe' | 'run' | 'focus'>;

/** What the colours can show, and why not where they cannot. */
export function colourChoices(state: Told): Choice<ColourEncoding>[] {
  const noClasses = state.graph?.labels ? undefined : 'this graph has no classes';
  const noPrediction = noClasses ?? whyNoPrediction(state);
  return [
    { value: 'embedding', label: 'Embedding' },
    { value: 'class', label: 'Class', unavailable: noClasses },
    { value: 'prediction', label: 'Prediction', unavailable: noPrediction },
    { value: 'confidence', label: 'Confidence', unavailable: noPrediction },
    { value: 'reach', label: 'Reach', unavailable: state.focus === null ? 'choose a node first' : undefined },
    { value: 'degree', label: 'Degree' },
    ...(state.trace?.difference ? [{ value: 'change' as const, label: 'Change' }] : []),
  ];
}

/** Why there is nothing predicted on screen. Weights that nobody trained predict nothing. */
function whyNoPrediction({ trace, recipe, run }: Told): string | undefined {
  if (trace?.predictions) return undefined;
  if (!isLearned(recipe))
    return `${recipe.weights.kind} weights predict nothing: train first, or open weights from a file`;
  return trace && run === null
    ? 'this network’s output is not one column a class: take a linear decoder'
    : 'they are being computed';
}
