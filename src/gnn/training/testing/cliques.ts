import { memory } from '@tensorflow/tfjs-core';
import { graphFromPlain } from '../../../graph/from-plain';
import { factsOf } from '../../../recipe/facts';
import { defaultTask, type TaskSpec } from '../../../recipe/task';
import { validateRecipe } from '../../../recipe/validate';
import { createModel, stateOf } from '../../models/model';
import { type FitHooks, fit } from '../fit';

export const quiet: FitHooks = { onEpoch() {}, stop: async () => false };
export const nobody = new Int32Array();

/** Two cliques of six joined by an edge; the class is the clique, and features are noise by the node's number. */
export const cliques = graphFromPlain({
  nodes: 12,
  edges: [...pairs(0), ...pairs(6), [0, 6]],
  features: Array.from({ length: 12 }, (_, v) => [Math.sin(v * v), Math.cos(5 * v), Math.sin(11 * v)]),
  labels: Array.from({ length: 12 }, (_, v) => Math.floor(v / 6)),
});
export const split = {
  train: Int32Array.of(0, 1, 6, 7),
  validation: Int32Array.of(2, 8),
  test: Int32Array.of(3, 4, 9, 10),
};
export const taskOf = (given: Partial<TaskSpec>): TaskSpec => ({ ...defaultTask(false, 'gcn'), ...given });

function pairs(first: number): [number, number][] {
  return Array.from({ length: 36 }, (_, p): [number, number] => [first + Math.floor(p / 6), first + (p % 6)]).filter(
    ([u, v]) => u < v,
  );
}

/** Fits a small network to the cliques; gives what came out, its weights and the tensors left behind. */
export async function fitCliques(given: object, task: Partial<TaskSpec>, hooks: FitHooks = quiet, on = split) {
  const before = memory().numTensors;
  const recipe = validateRecipe({ hops: 2, width: 4, input: { kind: 'given' }, ...given }, factsOf(cliques));
  const model = createModel(cliques, recipe);
  try {
    const fitted = await fit(model, taskOf(task), on, hooks);
    return { ...fitted, weights: await stateOf(model), left: () => memory().numTensors - before };
  } finally {
    model.dispose();
  }
}
