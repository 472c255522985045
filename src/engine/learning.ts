import type { StateDict } from '../gnn/models/parameters';
import type { EpochWeights } from '../gnn/training/epoch-weights';
import type { Trained } from '../gnn/training/train-nodes';
import type { Graph } from '../graph/graph';
import type { Recipe } from '../recipe/recipe';
import type { TaskSpec } from '../recipe/task';
import { type Gate, gate } from './gate';
import { refuseEpoch } from './learned-weights';
import { lookPace } from './look-pace';
import type { OpenBackend } from './open-backend';
import type { Trace, TrainListeners } from './protocol';
import { axesOf, type Computed, computeTrace } from './trace';

/** What is trained, and on what. */
export interface Learner {
  graph: Graph;
  recipe: Recipe;
  backend: OpenBackend;
  /** Weights to go on from; drawn from the recipe's seed without them. */
  start: StateDict | undefined;
}

export interface LearningControl {
  /** Reads what was asked meanwhile; throws when something newer has taken this training's place. */
  listen(): Promise<void>;
  /** Whether it was stopped by hand, to keep the best so far. */
  cancelled(): boolean;
}

/** At most one training at a time, which can be held and looked at as it goes. */
export interface Learning {
  train(learner: Learner, task: TaskSpec, listeners: TrainListeners, control: LearningControl): Promise<Trained>;
  pause(paused: boolean): void;
  /** The trace of an epoch kept so far; no other is shown until the training goes on. */
  look(epoch: number): Promise<Trace>;
}

/** @param show called with every trace that is looked at: questions are then answered from it. */
export function createLearning(show: (looked: Computed & Pick<Learner, 'graph' | 'recipe'>) => void): Learning {
  /** While a training is held: what it waits for, and how to let it go on. */
  let held: Gate | null = null;
  let current: { learner: Learner; epochs: EpochWeights; listen(): Promise<void> } | null = null;
  /** Whether the trace on screen is one that was asked for. */
  let looking = false;
  /** The projections of the trace shown last, which the next is turned onto. */
  let axes: readonly Float32Array[] | null = null;

  /** The trace of an epoch's weights; shown if it is `wanted` once it is there. */
  const lookAt = async (epoch: number, wanted: () => boolean): Promise<Trace> => {
    const mine = current;
    if (!mine) throw new Error('No training is in progress: run the recipe with the weights of that epoch.');
    const { learner, epochs, listen } = mine;
    const { graph, recipe, backend } = learner;
    const computed = await computeTrace(graph, recipe, {
      backend: backend.name,
      weights: epochs.of(epoch) ?? refuseEpoch(epoch, [...epochs.all().keys()]),
      onto: axes,
      onProgress() {},
      checkpoint: listen,
    });
    if (current?.learner === learner && wanted()) {
      axes = axesOf(computed.trace);
      show({ ...computed, graph, recipe });
    }
    return computed.trace;
  };

  return {
    async train(learner, task, listeners, { listen, cancelled }) {
      // Gradients come with it: nobody who only looks at traces needs them.
      const { trainNodes } = await import('../gnn/training/train-nodes');
      const pace = lookPace();
      const unasked = () => !looking;
      const onKept = async (epoch: number, epochs: EpochWeights) => {
        current = { learner, epochs, listen };
        if (!unasked() || !pace.ready()) return;
        await pace.take(async () => {
          const trace = await lookAt(epoch, unasked);
          return { shown: Promise.resolve(unasked() ? listeners.onTrace(epoch, trace) : undefined) };
        });
      };
      const stop = async () => {
        await held?.over;
        await listen();
        return cancelled();
      };
      try {
        const hooks = { onProgress: listeners.onProgress, stop, onKept };
        return await trainNodes(learner.graph, learner.recipe, task, hooks, learner.start);
      } finally {
        current = null;
        axes = null;
        looking = false;
      }
    },
    pause(paused) {
      held?.end();
      held = paused ? gate() : null;
      looking &&= paused;
    },
    look: (epoch) =>
      lookAt(epoch, () => {
        looking = true;
        return true;
      }),
  };
}
