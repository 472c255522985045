import { beforeEach, describe, expect, it } from 'vitest';
// The engine fetches it only when it trains: it is loaded here, so that no test waits for it.
import '../gnn/training/train-nodes';
import { graphFromPlain } from '../graph/from-plain';
import { circlesOfFriends } from '../graph/generators/circles';
import { completeRecipe } from '../recipe/defaults';
import type { Recipe } from '../recipe/recipe';
import { defaultTask, type TaskSpec } from '../recipe/task';
import { createEngineCalls } from './engine';
import type { EngineCalls, Trace, TrainListeners, Weights } from './protocol';

const graph = circlesOfFriends();
const recipeOf = (given: Partial<Recipe> = {}): Recipe =>
  completeRecipe({ hops: 2, width: 8, input: { kind: 'given', normalise: 'none' }, ...given });
const taskOf = (given: Partial<TaskSpec> = {}): TaskSpec => ({
  ...defaultTask(false, 'gcn'),
  epochs: 20,
  learningRate: 0.03,
  baselines: false,
  ...given,
});
const listening = (heard: Partial<TrainListeners> = {}): TrainListeners => ({
  onProgress() {},
  onTrace() {},
  ...heard,
});
const trained = recipeOf({ weights: { kind: 'trained' } });
const quiet = () => {};

/** Nothing here takes a second, but a machine may have much else to do. */
const PATIENCE = { timeout: 30_000 };

describe('the engine trains', PATIENCE, () => {
  let engine: EngineCalls;
  beforeEach(async () => {
    engine = createEngineCalls();
    await engine.start('cpu');
    await engine.setGraph(graph);
  });

  it('and traces with the weights of the best epoch', async () => {
    await expect(engine.run(trained, quiet)).rejects.toThrow('Nothing has been trained yet: train first');
    const report = await engine.train(recipeOf(), taskOf(), listening());
    await engine.run(trained, quiet);
    const { rows, columns, data } = await engine.logits();
    expect([rows, columns]).toEqual([72, 4]);
    const best = Array.from(report.predictions.label, (_, v) => data.slice(4 * v, 4 * v + 4));
    expect(best.map((row) => row.indexOf(Math.max(...row)))).toEqual([...report.predictions.label]);
    expect(report.scores.test.accuracy).toBeGreaterThan(0.8);
  });

  it('and goes on from what it has trained', async () => {
    const first = await engine.train(recipeOf(), taskOf(), listening());
    const second = await engine.train(trained, taskOf({ epochs: 1 }), listening());
    expect(second.curve[0].loss).toBeCloseTo(first.best.loss ?? 0, 5);
  });

  it('and can be cancelled twice, keeping the best so far', async () => {
    const report = await engine.train(recipeOf(), taskOf({ epochs: 10_000 }), {
      ...listening(),
      onProgress({ epoch }) {
        if (epoch === 5) for (let i = 0; i < 2; i++) void engine.cancel();
      },
    });
    expect([report.stopped, report.curve.length]).toEqual(['cancelled', 6]);
    expect((await engine.run(trained, quiet)).hops).toBe(2);
  });

  it('and rejects when a run, another graph or another backend overtakes it', async () => {
    const overtakers = [
      () => engine.run(recipeOf(), quiet),
      () => engine.setGraph(graph),
      () => engine.setBackend('cpu'),
    ];
    for (const overtake of overtakers) {
      let overtaken: Promise<unknown> = Promise.resolve();
      const training = engine.train(recipeOf(), taskOf({ epochs: 10_000 }), {
        ...listening(),
        onProgress({ epoch }) {
          if (epoch === 3) overtaken = overtake();
        },
      });
      await expect(training).rejects.toMatchObject({ name: 'RunCancelled' });
      await overtaken;
    }
    await expect(engine.run(trained, quiet)).rejects.toThrow('Nothing has been trained yet');
  });

  it('and can be held and let go on', async () => {
    const epochs: number[] = [];
    let held: () => void = () => {};
    const holding = new Promise<void>((resolve) => {
      held = resolve;
    });
    const training = engine.train(recipeOf(), taskOf({ epochs: 6 }), {
      ...listening(),
      onProgress({ epoch }) {
        epochs.push(epoch);
        if (epoch === 2) void engine.pause(true).then(held);
      },
    });
    await holding;
    // Other questions are answered meanwhile.
    await engine.memory();
    expect(epochs).toEqual([0, 1, 2]);
    await engine.pause(false);
    expect((await training).stopped).toBe('epochs');
    expect(epochs).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('and lets go when it is cancelled while held', async () => {
    const training = engine.train(recipeOf(), taskOf(), {
      ...listening(),
      onProgress({ epoch }) {
        if (epoch === 1) void engine.pause(true).then(() => engine.cancel());
      },
    });
    expect((await training).stopped).toBe('cancelled');
  });

  it('and shows the network as it learns, which can then be asked about', async () => {
    await engine.run(recipeOf(), quiet);
    const before = await engine.weights();
    const shown: { epoch: number; trace: Trace; weights: Promise<Weights> }[] = [];
    await engine.train(recipeOf(), taskOf({ epochs: 100_000, traceEvery: 2 }), {
      ...listening(),
      onTrace(epoch, trace) {
        shown.push({ epoch, trace, weights: engine.weights() });
        if (shown.length === 2) void engine.cancel();
      },
    });
    expect(shown.map(({ epoch }) => epoch)).toEqual([0, expect.any(Number)]);
    const first = await Promise.all(shown.map(async (one) => (await one.weights)['convs.0.lin.weight'].data[0]));
    expect(new Set(first).size).toBe(shown.length);
    expect(first[0]).toBe(before['convs.0.lin.weight'].data[0]);
    // What was on screen before is answered from again.
    expect(await engine.weights()).toEqual(before);
    for (const { epoch, trace } of shown) {
      const again = await engine.run(recipeOf({ weights: { kind: 'trained', epoch } }), quiet);
      expect(again.projections).toEqual(trace.projections);
      expect(again.predictions).toEqual(trace.predictions);
    }
  });

  it('and keeps every n-th epoch and the best, to be looked at by number', async () => {
    const { kept, best } = await engine.train(recipeOf(), taskOf({ epochs: 12, traceEvery: 5 }), listening());
    expect(kept.epochs).toEqual([...new Set([0, 5, 10, 12, best.epoch])].sort((a, b) => a - b));
    const at = async (epoch?: number) => {
      await engine.run(recipeOf({ weights: { kind: 'trained', epoch } }), quiet);
      return engine.weights();
    };
    expect(await at(best.epoch)).toEqual(await at());
    expect(await at(0)).not.toEqual(await at(5));
    await engine.run(recipeOf(), quiet);
    const untrained = await engine.weights();
    expect(await at(0)).toEqual(untrained);
    await expect(at(7)).rejects.toThrow('The weights of epoch 7 were not kept; the nearest are 5 and 10.');
    await expect(at(90)).rejects.toThrow('The weights of epoch 90 were not kept; the nearest is 12.');
  });

  it('and lets earlier epochs be looked at while it is held', async () => {
    await expect(engine.look(0)).rejects.toThrow('No training is in progress');
    const epochs: number[] = [];
    let looked: Promise<Weights[]> = Promise.resolve([]);
    const later: number[] = [];
    await engine.train(recipeOf(), taskOf({ epochs: 100_000, traceEvery: 2 }), {
      onTrace(epoch) {
        later.push(epoch);
        // It goes on, and so do the looks at it.
        if (epoch > 5) void engine.cancel();
      },
      onProgress({ epoch }) {
        epochs.push(epoch);
        if (epoch !== 5) return;
        later.length = 0;
        looked = (async () => {
          await engine.pause(true);
          await expect(engine.look(3)).rejects.toThrow('epoch 3 were not kept; the nearest are 2 and 4');
          const weights: Weights[] = [];
          for (const epoch of [4, 0]) {
            const trace = await engine.look(epoch);
            expect(trace.predictions?.label).toHaveLength(72);
            weights.push(await engine.weights());
          }
          expect(epochs.at(-1)).toBe(5);
          expect(later).toEqual([]);
          await engine.pause(false);
          return weights;
        })();
      },
    });
    const [fourth, untrained] = await looked;
    await engine.run(recipeOf(), quiet);
    expect(untrained).toEqual(await engine.weights());
    await engine.run(recipeOf({ weights: { kind: 'trained', epoch: 4 } }), quiet);
    expect(fourth).toEqual(await engine.weights());
    expect(later).toHaveLength(1);
  });

  it('and predicts with what was learned or opened, never with weights that were drawn', async () => {
    expect((await engine.run(recipeOf(), quiet)).predictions).toBeNull();
    const identity = completeRecipe({ hops: 2, weights: { kind: 'identity' } });
    expect((await engine.run(identity, quiet)).predictions).toBeNull();
    const report = await engine.train(recipeOf(), taskOf(), listening());
    const { predictions } = await engine.run(trained, quiet);
    expect(predictions?.label).toEqual(report.predictions.label);
    predictions?.confidence.forEach((share, node) => {
      expect(share).toBeCloseTo(report.predictions.confidence[node], 5);
    });
    await engine.setWeights(recipeOf(), await engine.weights());
    expect((await engine.run(recipeOf({ weights: { kind: 'file' } }), quiet)).predictions).toEqual(predictions);
  });

  it('and names what it would train', async () => {
    const named = await engine.trainedParameters(recipeOf({ norm: 'batch', encoder: 'linear' }));
    expect(named.map(({ name }) => name)).toEqual([
      ...['encoder.weight', 'encoder.bias', 'convs.0.lin.weight', 'convs.0.bias', 'convs.1.lin.weight', 'convs.1.bias'],
      ...['norms.0.module.weight', 'norms.0.module.bias'],
    ]);
    expect(named[2].shape).toEqual([8, 8]);
  });

  it('and holds as much after ten trainings as after one', async () => {
    const train = () => engine.train(recipeOf({ dropout: 0.5, dropEdge: 0.2 }), taskOf({ epochs: 3 }), listening());
    await train();
    const first = await engine.memory();
    for (let i = 0; i < 10; i++) await train();
    expect(await engine.memory()).toEqual(first);
  });

  it('and refuses what it cannot learn, or an illegal task', async () => {
    await expect(engine.train(recipeOf(), taskOf({ epochs: 0 }), listening())).rejects.toThrow('Task: epochs is 0');
    await engine.setGraph(graphFromPlain({ nodes: 3, edges: [] }));
    const bare = recipeOf({ input: { kind: 'onehot', normalise: 'none' } });
    await expect(engine.train(bare, taskOf(), listening())).rejects.toThrow('no classes to learn');
  });

  it('and takes weights from outside, naming what does not fit', async () => {
    const file = recipeOf({ weights: { kind: 'file' } });
    await expect(engine.run(file, quiet)).rejects.toThrow('No weights have been opened yet');
    await engine.run(recipeOf(), quiet);
    const [weights, logits] = [await engine.weights(), await engine.logits()];
    await engine.setWeights(recipeOf(), weights);
    await engine.run(file, quiet);
    expect(await engine.logits()).toEqual(logits);

    const { 'convs.1.bias': bias, ...missing } = weights;
    await expect(engine.setWeights(file, missing)).rejects.toThrow(
      '"convs.1.bias" is missing; this recipe needs it with shape (4)',
    );
    const misshapen = { ...weights, 'convs.1.bias': { shape: [2, 2], data: bias.data } };
    await expect(engine.setWeights(file, misshapen)).rejects.toThrow(
      '"convs.1.bias" has shape (2, 2), but this recipe needs (4)',
    );
    await expect(engine.setWeights(file, { ...weights, extra: bias })).rejects.toThrow('this recipe has no "extra"');
    const short = { ...weights, 'convs.1.bias': { shape: [4], data: new Float32Array(3) } };
    await expect(engine.setWeights(file, short)).rejects.toThrow('has 3 values, but its shape (4) takes 4');
    const infinite = { ...weights, 'convs.1.bias': { shape: [4], data: Float32Array.of(0, 0, Infinity, 0) } };
    await expect(engine.setWeights(file, infinite)).rejects.toThrow('"convs.1.bias" holds a value that is infinite');
    // What was refused has changed nothing.
    await engine.run(file, quiet);
    expect(await engine.logits()).toEqual(logits);
  });
});
