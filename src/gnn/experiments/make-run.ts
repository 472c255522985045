import type { FeatureMatrix, Graph } from '../../graph/graph';
import { rewiredGraph } from '../../graph/wiring/wiring';
import { radiusOf } from '../../recipe/descriptors';
import { factsOf } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';
import type { TaskSpec } from '../../recipe/task';
import type { MeasureKey, MeasureRow } from '../measures/descriptors';
import { measureContext, measureHop } from '../measures/measure-hop';
import type { StateDict } from '../models/parameters';
import { runRecipe } from '../models/run';
import { trainNodes } from '../training/train-nodes';
import type { ExperimentRun, TrainedRun } from './results';
import type { ExperimentSpec, Job } from './specification';
import { settingsOf } from './validate';

export interface RunHooks {
  /** Told the share of the run that is done, 0…1. */
  onProgress(fraction: number): void;
  /** Waited for after every hop and before every epoch; may wait as long as it likes, and throws to stop. */
  checkpoint(): Promise<void>;
}

/**
 * Makes one run: measures the untrained network's last hop, and where there is a task trains it and measures that of the best
 * epoch. On the backend set in TensorFlow.js, whose name is `backend`; leaves nothing on the device.
 *
 * What makes this one run impossible (numbers out of range, a network over budget) is told in its `failure`; what the
 * specification has wrong for this graph, and what `checkpoint` throws, is thrown.
 */
export async function makeRun(
  spec: ExperimentSpec,
  job: Job,
  graph: Graph,
  backend: string,
  hooks: RunHooks,
): Promise<ExperimentRun> {
  const { recipe, task } = settingsOf(spec, job, factsOf(graph), graph.split !== null);
  const started = performance.now();
  const run: ExperimentRun = {
    ...{ line: job.line.name, depth: job.depth, seed: job.seed },
    ...(spec.grid && { at: job.at }),
    ...{ untrained: {}, trained: null, failure: null, backend, seconds: 0 },
  };
  let stopped: unknown = null;
  const checkpoint = async () => {
    try {
      await hooks.checkpoint();
    } catch (error) {
      stopped = error;
      throw error;
    }
  };
  try {
    run.untrained = await measured(graph, recipe, spec.measures, checkpoint);
    if (task) run.trained = await trained(graph, recipe, task, spec, { ...hooks, checkpoint });
  } catch (error) {
    // A device that is lost fails with the browser's own exception: that is no matter of this run.
    if (stopped !== null || error instanceof DOMException || !(error instanceof Error)) throw error;
    run.failure = error.message;
  }
  run.seconds = Math.round((performance.now() - started) / 10) / 100;
  return run;
}

async function trained(
  graph: Graph,
  recipe: Recipe,
  task: TaskSpec,
  { measures, score }: ExperimentSpec,
  { onProgress, checkpoint }: RunHooks,
): Promise<TrainedRun> {
  const { report, weights } = await trainNodes(graph, recipe, task, {
    onProgress: ({ epoch, epochs }) => onProgress(epoch / epochs),
    async stop() {
      await checkpoint();
      return false;
    },
  });
  if (report.divergence) throw new Error(report.divergence.message);
  const { accuracy, epoch } = report.best;
  return {
    measures: await measured(graph, recipe, measures, checkpoint, weights),
    ...(score === 'train' && { train: accuracy.train }),
    validation: accuracy.validation,
    test: accuracy.test,
    bestEpoch: epoch,
    epochs: report.curve.length - 1,
  };
}

/** The measures of the last hop. @param weights drawn from the recipe's seed unless given */
async function measured(
  graph: Graph,
  recipe: Recipe,
  measures: readonly MeasureKey[],
  checkpoint: () => Promise<void>,
  weights?: StateDict,
): Promise<MeasureRow> {
  if (measures.length === 0) return {};
  const heard = recipe.hops * radiusOf(recipe);
  let last: FeatureMatrix | null = null;
  await runRecipe(
    graph,
    recipe,
    async (_, embedding) => {
      last = embedding;
      await checkpoint();
    },
    weights,
  );
  if (last === null) throw new Error('The run had no hop.');
  const context = measureContext(graph, heard, rewiredGraph(graph, recipe.rewiring));
  const { row } = measureHop(last, context, heard);
  return Object.fromEntries(measures.map((key) => [key, row[key]]));
}
