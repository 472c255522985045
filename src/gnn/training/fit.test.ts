import { memory, tensor1d, tidy, variable } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { CONVS, DESCRIPTORS } from '../../recipe/descriptors';
import { factsOf } from '../../recipe/facts';
import { validateRecipe } from '../../recipe/validate';
import { createModel, forward } from '../models/model';
import type { StateDict } from '../models/parameters';
import { NODE_BACKENDS, useBackend } from '../testing/node';
import { type FitHooks, fit } from './fit';
import { describeTraining } from './fit.suite';
import { splitNodes } from './split';
import { cliques, fitCliques, nobody, quiet, split, taskOf } from './testing/cliques';

for (const backend of NODE_BACKENDS) describeTraining(backend, () => useBackend(backend));

/** A star whose hub hears more nodes than one segment of a row holds; edges have features, weights and relations. */
const star = (() => {
  const edges = Array.from({ length: 300 }, (_, e): [number, number, number, number] => [0, e + 1, 1 + (e % 3), e % 2]);
  const edgeFeatures = edges.map((_, e) => [Math.sin(e), Math.cos(e)]);
  const labels = Array.from({ length: 301 }, (_, v) => v % 3);
  return graphFromPlain({ nodes: 301, edges, edgeFeatures, labels, features: labels.map((c, v) => [c, Math.sin(v)]) });
})();

describe.each(CONVS)('training %s', { timeout: 30_000 }, (conv) => {
  beforeAll(() => useBackend('wasm'));

  // Dropped edges bring operands of their own: one convolution shows it.
  it.each(conv === 'gcn' ? [0, 0.3] : [0])('takes steps that differ, and leaves nothing behind', async (dropEdge) => {
    const before = memory().numTensors;
    const heads = DESCRIPTORS[conv].heads ? 2 : 1;
    const stack = { hops: 2, width: 6, encoder: 'linear', decoder: 'linear' };
    const model = createModel(star, validateRecipe({ conv, heads, dropEdge, ...stack }, factsOf(star)));
    const parts = splitNodes(star, { kind: 'fraction', train: 0.6, validation: 0.2, seed: 1 });
    const { curve } = await fit(model, taskOf({ epochs: 2 }), parts, quiet);
    expect(new Set(curve.map(({ loss }) => loss)).size).toBe(3);
    model.dispose();
    expect(memory().numTensors).toBe(before);
  });
});

describe('training', { timeout: 30_000 }, () => {
  beforeAll(() => useBackend('cpu'));

  it('keeps the weights of the best epoch: the highest validation accuracy, then the lowest loss', async () => {
    const { curve, best, weights, logits } = await fitCliques({ dropout: 0.6 }, { epochs: 40, learningRate: 0.3 });
    const accuracy = (epoch: (typeof curve)[number]) => epoch.accuracy.validation ?? 0;
    const highest = Math.max(...curve.map(accuracy));
    const tied = curve.filter((epoch) => accuracy(epoch) === highest);
    const lowest = Math.min(...tied.map(({ validationLoss }) => validationLoss ?? 0));
    expect(best).toEqual(tied.find(({ validationLoss }) => validationLoss === lowest));
    expect(best.epoch).toBeLessThan(40);
    const recipe = validateRecipe({ hops: 2, width: 4, input: { kind: 'given' } }, factsOf(cliques));
    const model = createModel(cliques, recipe, weights);
    expect(await forward(model).logits.data()).toEqual(logits);
    model.dispose();
  });

  it('stops when the validation score has not been better for long enough', async () => {
    const { curve, best, stopped } = await fitCliques(
      {},
      { epochs: 500, learningRate: 0.5, patience: 7, monitor: 'loss' },
    );
    expect(stopped).toBe('patience');
    expect(curve.length - 1).toBe(best.epoch + 7);
  });

  it('goes by the training loss where there is nothing to validate on', async () => {
    const { best, curve } = await fitCliques({}, { epochs: 10 }, quiet, { ...split, validation: nobody });
    expect(best.epoch).toBe(10);
    expect(curve[3]).toMatchObject({ validationLoss: null, accuracy: { validation: null } });
  });

  it('stops when asked and keeps the best so far', async () => {
    const seen: number[] = [];
    const hooks: FitHooks = { onEpoch: ({ epoch }) => seen.push(epoch), stop: async () => seen.length === 4 };
    const { stopped, curve, left } = await fitCliques({}, { epochs: 100 }, hooks);
    expect(stopped).toBe('cancelled');
    expect(seen).toEqual([0, 1, 2, 3]);
    expect(curve).toHaveLength(4);
    expect(left()).toBe(0);
  });

  it('hands out the weights of any epoch, the untrained ones first, and at the end those of the last', async () => {
    const seen: StateDict[] = [];
    const onWeights = async (_: number, read: () => Promise<StateDict>) => {
      seen.push(await read());
    };
    const task = { epochs: 20, learningRate: 0.3 };
    const { last, best, weights } = await fitCliques({ dropout: 0.6 }, task, { ...quiet, onWeights });
    expect(new Set(seen.map((state) => state['convs.0.lin.weight'].data[0])).size).toBe(21);
    expect(last).toEqual({ epoch: 20, weights: seen[20] });
    expect(best.epoch).toBeLessThan(20);
    expect(weights).toEqual(seen[best.epoch]);
  });

  it('catches numbers that leave the range, says where they began, and keeps finite weights', async () => {
    const { stopped, divergence, curve, weights, last, left } = await fitCliques(
      { hops: 3 },
      { epochs: 50, learningRate: 1e20 },
    );
    expect(stopped).toBe('diverged');
    expect(divergence).toMatchObject({ epoch: curve.length, hop: expect.any(Number) });
    expect(divergence?.message).toMatch(
      /^At epoch \d+ .* it began at hop ([123]), the output of layer \1 \(convs\.[012]\).* Try a learning rate of 10000000000000000000,/,
    );
    expect(last.epoch).toBe(curve.length - 1);
    for (const kept of [weights, last.weights]) {
      for (const { data } of Object.values(kept)) expect(data.every(Number.isFinite)).toBe(true);
    }
    expect(left()).toBe(0);
  });

  it.each(NODE_BACKENDS)('catches weights that are not finite where no logit shows them: %s', async (backend) => {
    await useBackend(backend);
    const before = memory().numTensors;
    const stack = { hops: 2, width: 4, conv: 'lightgcn', encoder: 'linear', decoder: 'linear' };
    const model = createModel(cliques, validateRecipe(stack, factsOf(cliques)));
    const hidden = tidy(() => variable(tensor1d([Number.POSITIVE_INFINITY])));
    const task = taskOf({ epochs: 3 });
    await expect(fit({ ...model, parameters: { ...model.parameters, hidden } }, task, split, quiet)).rejects.toThrow(
      'At epoch 0 the numbers of hidden stopped being finite, though every hop still is.',
    );
    hidden.dispose();
    model.dispose();
    expect(memory().numTensors).toBe(before);
    await useBackend('cpu');
  });

  it('refuses to start from numbers that are out of range', async () => {
    const before = memory().numTensors;
    const weights = { kind: 'random', seed: 1, gain: 100 };
    await expect(fitCliques({ hops: 60, activation: 'none', weights }, { epochs: 3 })).rejects.toThrow(
      /^At epoch 0 the loss stopped being finite: it began at hop \d+, the output of layer \d+ \(convs\.\d+\)\. Take a smaller gain, fewer hops, or a norm\.$/,
    );
    expect(memory().numTensors).toBe(before);
  });
});
