import type { TrainedParameter, TrainProgress, TrainReport, Weights } from '../engine/protocol';
import type { Recipe } from '../recipe/recipe';
import type { TaskSpec } from '../recipe/task';
import { validateTask } from '../recipe/validate-task';
import { runRecipe } from './actions';
import { withFront } from './current-session';
import { engine, engineWith } from './engine-link';
import { amendHistory } from './history';
import { sameJson } from './same-json';
import type { Session } from './session';
import type { State, TrainingOutcome, TrainingSettings } from './state';
import { useStore } from './store';
import { changeLive, changeTraining, recordTraining } from './training-record';
import { recompute } from './transition';

/** Learning on the graph and recipe on screen, and weights from outside. */

/**
 * Trains a recipe on the graph on screen, then shows the trace of the weights kept; fields the task leaves out take their
 * defaults. Progress and outcome are in the store, and now and then the network as it is by then is on screen; cancelling ends
 * it with the best weights so far.
 *
 * @param given the recipe to train: the one on screen, unless given.
 * @throws {Error} when the task is illegal or the graph has nothing to learn from.
 */
export async function train(
  task: Partial<TaskSpec>,
  onProgress: (progress: TrainProgress) => void = () => {},
  given?: Recipe,
): Promise<TrainReport> {
  await runOver();
  const { graph, dataset, recipe: onScreen } = shown();
  const recipe = given ?? onScreen;
  const complete = validateTask(task, graph.split !== null, recipe.conv);
  const record = recordTraining();
  let outcome: TrainingOutcome | null = null;
  try {
    const there = await engineWith(graph);
    const report = await there.train(recipe, complete, {
      onProgress(progress) {
        record.hear(progress);
        onProgress(progress);
      },
      onTrace(epoch, trace) {
        record.look(epoch, trace);
        return nextFrame();
      },
    });
    outcome = { report, task: complete, recipe, dataset, graphName: graph.name, classes: graph.classes };
  } finally {
    record.end(outcome);
  }
  const { report } = outcome;
  amendHistory((session) => withEpochsOf(session, report.kept.epochs));
  await showAgain({ ...recipe, weights: { kind: 'trained' } });
  return report;
}

/** Once nothing is being computed: the trace on screen is what a training begins from and can be gone back to. */
function runOver(): Promise<void> {
  return new Promise((resolve) => {
    if (useStore.getState().run === null) return resolve();
    const stop = useStore.subscribe(({ run }) => {
      if (run !== null) return;
      stop();
      resolve();
    });
  });
}

/** A session that speaks of an epoch of an earlier training means the best of this one. */
function withEpochsOf(session: Session, kept: number[]): Session {
  const [{ dataset, recipe }] = session.lanes;
  const { weights } = recipe;
  if (weights.kind !== 'trained' || weights.epoch === undefined || kept.includes(weights.epoch)) return session;
  return withFront(session, { dataset, recipe: { ...recipe, weights: { kind: 'trained' } } });
}

/** Once the browser has drawn what is in the store now; never while nobody sees the page. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** What training a recipe on the graph on screen would train. */
export async function trainedParameters(recipe: Recipe): Promise<TrainedParameter[]> {
  return (await engineWith(shown().graph)).trainedParameters(recipe);
}

/** Holds the training under way before its next epoch, or lets it go on. */
export async function pauseTraining(paused: boolean): Promise<void> {
  const there = await engine();
  await there.pause(paused);
  changeLive({ paused });
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

function shown(): State & { graph: NonNullable<State['graph']> } {
  const state = useStore.getState();
  const { graph } = state;
  if (!graph) throw new Error('there is no graph yet: await hopscope.ready first');
  return { ...state, graph };
}
