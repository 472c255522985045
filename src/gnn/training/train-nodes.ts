import type { Graph, Split } from '../../graph/graph';
import { completeRecipe } from '../../recipe/defaults';
import { DESCRIPTORS } from '../../recipe/descriptors';
import { factsOf } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';
import type { TaskSpec } from '../../recipe/task';
import { createModel, type Model, stateOf } from '../models/model';
import type { StateDict } from '../models/parameters';
import { refuseBeyondTraining } from './budget';
import { EPOCHS_BUDGET, type EpochWeights, epochWeights } from './epoch-weights';
import { type FitHooks, type Fitted, fit } from './fit';
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
  /** Waited for whenever the weights of an epoch have been kept. */
  onKept?(epoch: number, kept: EpochWeights): Promise<void>;
}

export interface Trained {
  report: TrainReport;
  /** Of the best epoch. */
  weights: StateDict;
  /** Of every epoch that was kept, the best included. */
  epochs: Map<number, StateDict>;
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
  const kept = epochWeights(task.traceEvery);
  try {
    refuseUntrainable(model);
    refuseBeyondTraining(model);
    refuseIdleGroups(model, task);
    const fitted = await fit(model, task, split, fitHooks('network', task, hooks, kept));
    const weights = await stateOf(model);
    const epochs = kept.all().set(fitted.last.epoch, fitted.last.weights).set(fitted.best.epoch, weights);
    const predictions = predict(fitted.logits, graph.classes.length);
    const report: TrainReport = {
      curve: fitted.curve,
      best: fitted.best,
      stopped: fitted.stopped,
      divergence: fitted.divergence,
      scores: scoresOfSplit(graph, split, predictions),
      predictions,
      baselines: task.baselines ? await baselines(graph, recipe, task, split, hooks) : [],
      kept: { epochs: [...epochs.keys()].sort((a, b) => a - b), every: kept.every(), budget: EPOCHS_BUDGET },
      parameterCount: countTrained(model),
      milliseconds: performance.now() - started,
    };
    return { report, weights, epochs };
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

/** Layers that keep the number of columns, or have no parameters, leave both to the encoder and the decoder. */
function refuseUntrainable({ graph, recipe, shape, parameters }: Model): void {
  const classes = graph.classes.length;
  if (shape.outputWidth !== classes) {
    throw new Error(
      `The output has ${shape.outputWidth} columns, for ${recipe.conv} keeps those of the input, and there are ${classes} ` +
        'classes to tell. Take a linear decoder.',
    );
  }
  if (Object.values(parameters).some(({ trainable }) => trainable)) return;
  throw new Error(`Without encoder and decoder ${recipe.conv} has no parameters to train. Take a linear decoder.`);
}

/** A group that fits no parameter is a misspelt one, unless it is the convolution's own and there is no layer of it. */
function refuseIdleGroups({ parameters, recipe }: Model, { groups }: TaskSpec): void {
  const names = Object.keys(parameters);
  const idle = groups.find(
    ({ prefix }) => !names.some((name) => name.startsWith(prefix)) && !hasOwnGroup(recipe, prefix),
  );
  if (!idle) return;
  const some = names.slice(0, 4).join(', ');
  throw new Error(
    `Task: no parameter's name begins with "${idle.prefix}"; there are ${some}${names.length > 4 ? ' …' : ''}.`,
  );
}

/** Whether parameters of that prefix are a group of the convolution's own. */
function hasOwnGroup({ conv }: Recipe, prefix: string): boolean {
  return DESCRIPTORS[conv].groups?.some((group) => group.prefix === prefix) ?? false;
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
  // Those that come with the convolution are for it alone.
  const groups = task.groups.filter(({ prefix }) => !hasOwnGroup(recipe, prefix));
  try {
    return await fit(mlp, { ...task, groups }, split, fitHooks('mlp', task, hooks, epochWeights(0)));
  } finally {
    mlp.dispose();
  }
}

function fitHooks(
  stage: TrainProgress['stage'],
  { epochs }: TaskSpec,
  { onProgress, stop, onKept }: TrainHooks,
  kept: EpochWeights,
): FitHooks {
  const clock = epochClock();
  return {
    onEpoch(report, bestEpoch) {
      const speed = clock.tick(epochs - report.epoch);
      onProgress({ ...report, stage, epochs, bestEpoch, keptEvery: kept.every(), ...speed });
    },
    async onWeights(epoch, read) {
      if (!kept.wants(epoch)) return;
      kept.keep(epoch, await read());
      await onKept?.(epoch, kept);
    },
    async stop() {
      // Time spent paused is not time an epoch takes.
      clock.pause();
      const stopped = await stop();
      clock.resume();
      return stopped;
    },
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
