import { readStateDict } from '../../../formats/safetensors/state-dict';
import type { Graph } from '../../../graph/graph';
import { factsOf } from '../../../recipe/facts';
import { validateRecipe } from '../../../recipe/validate';
import { openWeights } from '../../training/open-weights';
import type { Traced } from '../pull-back';
import { traceOf } from './trace';

/** The trace of a recipe with the weights of a safetensors file, on the backend set in TensorFlow.js. */
export function tracedWith(graph: Graph, given: object, file: Uint8Array): Promise<Traced> {
  const recipe = validateRecipe({ ...given, weights: { kind: 'file' } }, factsOf(graph));
  return traceOf(graph, recipe, openWeights(graph, recipe, readStateDict(file, 'weights')));
}
