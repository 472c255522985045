import type { Graph, Split } from '../../graph/graph';
import { completeRecipe } from '../../recipe/defaults';
import { factsOf } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';
import type { TaskSpec } from '../../recipe/task';
import { createModel, type Model, stateOf } from '../models/model';
import type { StateDict } from '../models/parameters';
import { refuseBeyondTraining } from './budget';
import { type Fitted, fit } from './fit';
import { labelPropagation } from './label-propagation';
import { majorityClass } from './majority';
import { epochClock } from './progress';
import type { Baseline, TrainProgress, TrainReport } from './report';
import { type Predictions, predict, scoresOf } from './scores';
import { splitNodes } from './split';

export interface TrainHooks {
  onProgress(progress: TrainProgress): void;
  /** Waited for before every step; may wait as long as it likes. Whether to stop and keep the best so far. */
  stop(): Promise<boolean>;
  /** Waited for every `traceEvery` epochs. */
  onTrace?(epoch: number, weights: StateDict): Promise<void>;
}

export interface Trained {
  report: TrainReport;
  /** Of the best epoch. */
  weights: StateDict;
}

/**
 * Trains a recipe to tell the classes of nodes, and scores it beside its baselines. On the backend set in TensorFlow.js;
 * leaves nothing on the device.
 *
 * @param start weights to go on from; drawn from the recipe's seed without it.
 * Throws before the first step when there is nothing to learn, nothing to train, or no such split.
 */
export async function trainNodes(
  graph: Graph,
  recipe: Recipe,
  task: TaskSpec,
  hooks: TrainHooks,
  start?: StateDict,
): Promise<Trained> {
  const started = performance.now();
  const split = splitNodes(graph, task.split);
  refuseWithoutParameters(recipe);
  const model = createModel(graph, recipe, start);
  try {
    refuseBeyondTraining(model);
    refuseIdleGroups(model, task);
    const fitted = await fit(model, task, split, fitHooks('network', task, hooks));
    const weights = await stateOf(model);
    const predictions = predict(fitted.logits, graph.classes.length);
    const report: TrainReport = {
      curve: fitted.curve,
      best: fitted.best,
      stopped: fitted.stopped,
      divergence: fitted.divergence,
      scores: scoresOfSplit(graph, split, predictions),
      predictions,
      baselines: task.baselines ? await baselines(graph, recipe, task, split, hooks) : [],
      parameterCount: countTrained(model),
      milliseconds: performance.now() - started,
    };
    return { report, weights };
  } finally {
    model.dispose();
  }
}

function refuseWithoutParameters({ weights, hops, encoder, decoder }: Recipe): void {
  if (weights.kind === 'identity') {
    throw new Error('Identity weights have no parameters to train. Take random weights.');
  }
  if (hops === 0 && decoder === 'none') {
    const missing = encoder === 'none' ? 'no layer' : 'no layer whose columns are the classes';
    throw new Error(`A network of 0 hops has ${missing} to train. Take a hop, or a linear decoder.`);
  }
}

/** A group that fits no parameter is a misspelt one. */
function refuseIdleGroups({ parameters }: Model, { groups }: TaskSpec): void {
  const names = Object.keys(parameters);
  const idle = groups.find(({ prefix }) => !names.some((name) => name.startsWith(prefix)));
  if (!idle) return;
  const some = names.slice(0, 4).join(', ');
  throw new Error(
    `Task: no parameter's name begins with "${idle.prefix}"; there are ${some}${names.length > 4 ? ' …' : ''}.`,
  );
}

/** The majority class, label propagation, and an MLP of two layers on the same input, trained the same way. */
async function baselines(
  graph: Graph,
  recipe: Recipe,
  task: TaskSpec,
  split: Split,
  hooks: TrainHooks,
): Promise<Baseline[]> {
  const labels = graph.labels ?? new Int32Array();
  const majority = majorityClass(labels, split.train, graph.classes.length);
  const propagated = labelPropagation(graph, split.train, majority.label[0]);
  const scored = (name: Baseline['name'], predictions: Predictions): Baseline => ({
    name,
    scores: scoresOfSplit(graph, split, predictions),
  });
  const withoutLearning = [scored('majority', majority), scored('labelPropagation', propagated)];
  const fitted = await fitMlp(graph, recipe, task, split, hooks);
  return fitted ? [...withoutLearning, scored('mlp', predict(fitted.logits, graph.classes.length))] : withoutLearning;
}

/** Null when the network was stopped by hand: what is asked for then is an end. */
async function fitMlp(
  graph: Graph,
  recipe: Recipe,
  task: TaskSpec,
  split: Split,
  hooks: TrainHooks,
): Promise<Fitted | null> {
  if (await hooks.stop()) return null;
  const { input, width, dropout } = recipe;
  const weights: Recipe['weights'] = {
    kind: 'random',
    seed: recipe.weights.kind === 'random' ? recipe.weights.seed : task.seed,
    gain: 1,
  };
  const mlp = createModel(
    graph,
    completeRecipe({ conv: 'mlp', hops: 2, input, width, dropout, weights }, factsOf(graph)),
  );
  try {
    return await fit(mlp, { ...task, traceEvery: 0 }, split, fitHooks('mlp', task, hooks));
  } finally {
    mlp.dispose();
  }
}

function fitHooks(stage: TrainProgress['stage'], { epochs }: TaskSpec, { onProgress, stop, onTrace }: TrainHooks) {
  const clock = epochClock();
  return {
    onEpoch(report: Fitted['best'], bestEpoch: number) {
      onProgress({ ...report, stage, epochs, bestEpoch, ...clock.tick(epochs - report.epoch) });
    },
    async stop() {
      // Time spent paused is not time an epoch takes.
      clock.pause();
      const stopped = await stop();
      clock.resume();
      return stopped;
    },
    onTrace,
  };
}

function scoresOfSplit(graph: Graph, split: Split, predictions: Predictions): TrainReport['scores'] {
  const labels = graph.labels ?? new Int32Array();
  const of = (nodes: Int32Array) => scoresOf(predictions, labels, nodes, graph.classes.length);
  return { train: of(split.train), validation: of(split.validation), test: of(split.test) };
}

function countTrained({ parameters }: Model): number {
  return Object.values(parameters).reduce((sum, { trainable, size }) => sum + (trainable ? size : 0), 0);
}
