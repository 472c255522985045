import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { circlesOfFriends } from '../../graph/generators/circles';
import { factsOf } from '../../recipe/facts';
import { defaultTask, type TaskSpec } from '../../recipe/task';
import { validateRecipe } from '../../recipe/validate';
import { useBackend } from '../testing/node';
import { epochClock } from './progress';
import type { TrainProgress } from './report';
import { trainNodes } from './train-nodes';

const graph = circlesOfFriends();
const recipeOf = (given: object = {}) =>
  validateRecipe({ hops: 2, input: { kind: 'onehot' }, dropout: 0.5, ...given }, factsOf(graph));
const taskOf = (given: Partial<TaskSpec> = {}): TaskSpec => ({ ...defaultTask(false, 'gcn'), epochs: 40, ...given });
const forever = { onProgress() {}, stop: async () => false };

describe('training on nodes', { timeout: 30_000 }, () => {
  beforeAll(() => useBackend('cpu'));

  it('reports its scores beside those of methods without a graph or without learning', async () => {
    const before = memory().numTensors;
    const { report, weights } = await trainNodes(graph, recipeOf(), taskOf(), forever);
    expect(report.baselines.map(({ name }) => name)).toEqual(['majority', 'labelPropagation', 'mlp']);
    const [majority, , mlp] = report.baselines.map(({ scores }) => scores.test.accuracy ?? 0);
    expect(report.scores.test.accuracy).toBeGreaterThan(0.8);
    // One-hot features say nothing of nodes that were not seen: without the graph there is nothing to learn from.
    expect(mlp).toBeLessThan(0.6);
    expect(majority).toBeLessThan(0.5);
    expect(report.scores.validation.accuracy).toBe(report.best.accuracy.validation);
    expect(report.predictions.label).toHaveLength(graph.nodeCount);
    const sizes = Object.values(weights).map(({ data }) => data.length);
    expect(report.parameterCount).toBe(sizes.reduce((a, b) => a + b));
    expect(memory().numTensors).toBe(before);
  });

  it('tells how far it is, for the network and then for the MLP', async () => {
    const told: TrainProgress[] = [];
    await trainNodes(graph, recipeOf(), taskOf({ epochs: 5 }), { ...forever, onProgress: (one) => told.push(one) });
    const epochs = [0, 1, 2, 3, 4, 5];
    expect(told.map(({ stage, epoch }) => [stage, epoch])).toEqual([
      ...epochs.map((epoch) => ['network', epoch]),
      ...epochs.map((epoch) => ['mlp', epoch]),
    ]);
    expect(told[0]).toMatchObject({ epochs: 5, bestEpoch: 0, keptEvery: 8, epochsPerSecond: 0, secondsLeft: null });
    expect(told[4].epochsPerSecond).toBeGreaterThan(0);
    expect(told[5].secondsLeft).toBe(0);
  });

  it('keeps the weights of every n-th epoch, of the best and of the last', async () => {
    const looked: [number, number[]][] = [];
    const { report, weights, epochs } = await trainNodes(graph, recipeOf(), taskOf({ epochs: 10, traceEvery: 4 }), {
      ...forever,
      async onKept(epoch, kept) {
        looked.push([epoch, [...kept.all().keys()]]);
      },
    });
    expect(looked).toEqual([
      [0, [0]],
      [4, [0, 4]],
      [8, [0, 4, 8]],
    ]);
    expect(report.kept.epochs).toEqual([...new Set([0, 4, 8, 10, report.best.epoch])].sort((a, b) => a - b));
    expect(report.kept.every).toBe(4);
    expect([...epochs.keys()].sort((a, b) => a - b)).toEqual(report.kept.epochs);
    expect(epochs.get(report.best.epoch)).toEqual(weights);
    const none = await trainNodes(graph, recipeOf(), taskOf({ epochs: 3, traceEvery: 0 }), forever);
    expect(none.report.kept.epochs).toEqual([...new Set([none.report.best.epoch, 3])]);
  });

  it('takes the parameter groups of the convolution, also where it has no layer of its own', async () => {
    const lone = recipeOf({ conv: 'gcnii', hops: 0, encoder: 'linear', decoder: 'linear' });
    const task = { ...defaultTask(false, 'gcnii'), epochs: 2, baselines: false };
    expect(task.groups).toEqual([{ prefix: 'convs.', weightDecay: 0.01 }]);
    expect((await trainNodes(graph, lone, task, forever)).report.curve).toHaveLength(3);
  });

  it('goes on from weights that it is given', async () => {
    const first = await trainNodes(graph, recipeOf(), taskOf({ baselines: false }), forever);
    const second = await trainNodes(graph, recipeOf(), taskOf({ epochs: 1, baselines: false }), forever, first.weights);
    expect(second.report.curve[0].loss).toBeCloseTo(first.report.best.loss ?? 0, 5);
    expect(first.report.baselines).toEqual([]);
  });

  it('ends at once when stopped, without the MLP', async () => {
    const { report } = await trainNodes(graph, recipeOf(), taskOf(), { ...forever, stop: async () => true });
    expect([report.stopped, report.curve.length, report.best.epoch]).toEqual(['cancelled', 1, 0]);
    expect(report.baselines.map(({ name }) => name)).toEqual(['majority', 'labelPropagation']);
  });

  it('says what is missing before the first step', async () => {
    const train = (recipe: object, on = graph) => trainNodes(on, recipeOf(recipe), taskOf(), forever);
    const misspelt = taskOf({ groups: [{ prefix: 'conv.0' }] });
    await expect(trainNodes(graph, recipeOf(), misspelt, forever)).rejects.toThrow(
      'no parameter\'s name begins with "conv.0"; there are convs.0.lin.weight, convs.0.bias,',
    );
    await expect(train({ weights: { kind: 'identity' } })).rejects.toThrow('Identity weights have no parameters');
    await expect(train({ hops: 0 })).rejects.toThrow('0 hops has no layer to train');
    const kept = { conv: 'antisymmetric', encoder: 'none', decoder: 'none', input: { kind: 'random' } };
    await expect(train(kept)).rejects.toThrow(
      'The output has 16 columns, for antisymmetric keeps those of the input, and there are 4 classes to tell. Take a linear',
    );
    const bare = { conv: 'appnp', encoder: 'none', decoder: 'none', width: 4, input: { kind: 'random' } };
    await expect(train(bare)).rejects.toThrow(
      'Without encoder and decoder appnp has no parameters to train. Take a linear decoder.',
    );
    await expect(train({}, { ...graph, labels: null })).rejects.toThrow('no classes to learn');
  });
});

describe('epoch clock', () => {
  it('measures the last epochs, without pauses', () => {
    let now = 0;
    const clock = epochClock(() => now);
    expect(clock.tick(100)).toEqual({ epochsPerSecond: 0, secondsLeft: null });
    now += 500;
    expect(clock.tick(99)).toEqual({ epochsPerSecond: 2, secondsLeft: 49.5 });
    clock.pause();
    now += 60_000;
    clock.resume();
    now += 500;
    expect(clock.tick(98)).toEqual({ epochsPerSecond: 2, secondsLeft: 49 });
    for (let i = 0; i < 30; i++) {
      now += 100;
      clock.tick(50);
    }
    now += 100;
    expect(clock.tick(50).epochsPerSecond).toBeCloseTo(10, 9);
  });
});
