import type { TrainProgress, TrainReport, Weights } from '../engine/protocol';
import type { Recipe } from '../recipe/recipe';
import { defaultTask, type TaskSpec } from '../recipe/task';
import { runRecipe } from './actions';
import { engine, engineWith } from './engine-link';
import { sameJson } from './same-json';
import type { State, TrainingOutcome, TrainingSettings } from './state';
import { useStore } from './store';
import { changeTraining, recordTraining } from './training-record';
import { recompute, supersede } from './transition';

/** Learning on the graph and recipe on screen, and weights from outside. */

/**
 * Trains a recipe on the graph on screen, then shows the trace of the weights kept; fields the task leaves out take their
 * defaults. Progress and outcome are in the store; cancelling ends it with the best weights so far.
 *
 * @param recipe the one on screen, unless given.
 * @throws {Error} when the task is illegal or the graph has nothing to learn from.
 */
export async function train(
  task: Partial<TaskSpec>,
  onProgress: (progress: TrainProgress) => void = () => {},
  recipe: Recipe = shown().recipe,
): Promise<TrainReport> {
  const { graph } = shown();
  const complete = { ...defaultTask(graph.split !== null), ...task };
  supersede();
  const record = recordTraining();
  let outcome: TrainingOutcome | null = null;
  try {
    const there = await engineWith(graph);
    const report = await there.train(recipe, complete, {
      onProgress(progress) {
        record.hear(progress);
        onProgress(progress);
      },
      onTrace() {},
    });
    outcome = { report, task: complete, recipe, graphName: graph.name, classes: graph.classes };
  } finally {
    record.end(outcome);
  }
  await showAgain({ ...recipe, weights: { kind: 'trained' } });
  return outcome.report;
}

/** Holds the training under way before its next epoch, or lets it go on. */
export async function pauseTraining(paused: boolean): Promise<void> {
  const there = await engine();
  await there.pause(paused);
  const { live } = useStore.getState().training;
  if (live) changeTraining({ live: { ...live, paused } });
}

/** Opens or closes the panel; what is under way goes on. */
export function showTraining(panel: boolean): void {
  changeTraining({ shown: panel });
}

/** Changes some of what the next training is set to. */
export function setTraining(change: Partial<TrainingSettings>): void {
  changeTraining({ settings: { ...useStore.getState().training.settings, ...change } });
}

/** The parameters of the trace on screen as a safetensors file, by PyTorch Geometric's names. */
export async function weightsFile(): Promise<Uint8Array> {
  const { writeStateDict } = await import('../formats/safetensors/state-dict');
  return writeStateDict(await (await engine()).weights());
}

/**
 * Shows the trace of the recipe on screen with the weights of a safetensors file.
 * @throws {Error} saying what is wrong with the file, or naming the tensor that does not fit.
 */
export async function openWeightsFile(file: File): Promise<void> {
  const { readStateDict } = await import('../formats/safetensors/state-dict');
  await showWeights(readStateDict(new Uint8Array(await file.arrayBuffer()), file.name));
}

/**
 * Shows the trace of the recipe on screen with these weights.
 * @throws {Error} naming the tensor that is missing, surplus or misshapen.
 */
export async function showWeights(weights: Weights): Promise<void> {
  const { graph, recipe } = shown();
  const there = await engineWith(graph);
  await there.setWeights(recipe, weights);
  await showAgain({ ...recipe, weights: { kind: 'file' } });
}

/** Shows a recipe whose weights are new, also where it reads as the one on screen. */
async function showAgain(recipe: Recipe): Promise<void> {
  await (sameJson(recipe, useStore.getState().recipe) ? recompute() : runRecipe(recipe));
}

function shown(): Pick<State, 'recipe'> & { graph: NonNullable<State['graph']> } {
  const { graph, recipe } = useStore.getState();
  if (!graph) throw new Error('there is no graph yet: await hopscope.ready first');
  return { graph, recipe };
}
