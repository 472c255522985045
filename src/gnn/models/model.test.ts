import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { memory, type Scalar, square, sum, tidy, variableGrads } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import type { DenseMatrix } from '../../graph/graph';
import { factsOf } from '../../recipe/facts';
import { validateRecipe } from '../../recipe/validate';
import { dropoutMask } from '../layers/dropout';
import { useBackend } from '../testing/node';
import { propagationOf } from './device';
import { createModel, forward, stateOf, type TrainingStep } from './model';
import { runRecipe } from './run';

const graph = graphFromPlain({
  nodes: 6,
  edges: [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 0],
    [4, 4],
    [1, 3],
  ],
  features: { columns: 4, indices: [[0], [1, 2], [3], [], [0, 3], [2]] },
  labels: [0, 1, 2, 0, 1, null],
});
const recipeOf = (given: object) => validateRecipe({ input: { kind: 'given' }, ...given }, factsOf(graph));

/** The logits and the gradients of Σ logits², read back; nothing stays on the device but the model. */
async function step(given: object, training: TrainingStep | null) {
  const model = createModel(graph, recipeOf(given));
  // The first gradient lays out the transpose of the graph, which is the model's from then on.
  const first = variableGrads(() => sum(square(forward(model, training).logits)) as Scalar);
  for (const one of [first.value, ...Object.values(first.grads)]) one.dispose();
  const before = memory().numTensors;
  let logits: Float32Array | null = null;
  const { value, grads } = variableGrads(() => {
    const out = forward(model, training).logits;
    logits = out.dataSync() as Float32Array;
    return sum(square(out)) as Scalar;
  });
  const gradients = Object.fromEntries(
    Object.entries(model.parameters).map(([name, { name: id }]) => [name, grads[id]?.dataSync()]),
  );
  value.dispose();
  for (const one of Object.values(grads)) one.dispose();
  const left = memory().numTensors - before;
  const state = await stateOf(model);
  model.dispose();
  return { logits: logits as Float32Array | null, gradients, left, state };
}

describe('model', () => {
  beforeAll(() => useBackend('cpu'));

  it.each([
    { hops: 2, width: 5 },
    { hops: 3, width: 5, conv: 'sage', norm: 'pair', residual: 'skip', jump: 'concat', encoder: 'linear' },
    { hops: 2, width: 5, conv: 'mlp', jump: 'max' },
    { hops: 3, width: 4, conv: 'gprgnn' },
    { hops: 2, width: 4, conv: 'gat', heads: 2, activation: 'elu' },
    { hops: 2, width: 4, conv: 'rgcn', options: { bases: 2 } },
  ])('gives the logits of the trace, and a gradient in every parameter: %j', async (given) => {
    const { logits, gradients, state } = await step(given, null);
    const trace = await runRecipe(graph, recipeOf(given), () => {});
    expect(trace.logits).toMatchObject({ rows: 6, columns: 3, data: logits });
    expect(trace.parameters).toEqual(state);
    for (const [name, gradient] of Object.entries(gradients)) {
      expect(
        gradient?.some((value) => value !== 0),
        name,
      ).toBe(true);
      expect(gradient?.every(Number.isFinite), name).toBe(true);
    }
  });

  it('runs with the parameters it is given, and refuses others', async () => {
    const { state } = await step({ hops: 1, width: 3, weights: { kind: 'random', seed: 99, gain: 1 } }, null);
    const model = createModel(graph, recipeOf({ hops: 1, width: 3 }), state);
    expect(await stateOf(model)).toEqual(state);
    model.dispose();
    expect(() => createModel(graph, recipeOf({ hops: 2, width: 3 }), state)).toThrow('"convs.1.lin.weight" is missing');
  });

  it.each(['gprgnn', 'lightgcn'])('reads out every hop of %s', async (conv) => {
    const recipe = recipeOf({ conv, hops: 3, encoder: 'none', decoder: 'none' });
    const { hops, logits, parameters } = await runRecipe(graph, recipe, () => {});
    const share = parameters['convs.0.temp']?.data ?? [0.25, 0.25, 0.25, 0.25];
    if (conv === 'gprgnn')
      [...share].forEach((value, k) => void expect(value).toBeCloseTo([0.1, 0.09, 0.081, 0.729][k], 6));
    (logits as DenseMatrix).data.forEach((value, i) => {
      const expected = hops.reduce((sum, hop, k) => sum + share[k] * (hop as DenseMatrix).data[i], 0);
      expect(value).toBeCloseTo(expected, 5);
    });
  });

  it.each(['batch', 'dgn'])('remembers %s statistics of weights that nobody trained', async (norm) => {
    const recipe = recipeOf({ hops: 3, width: 4, norm });
    const trace = await runRecipe(graph, recipe, () => {});
    const model = createModel(graph, recipe, trace.parameters);
    const logits = tidy(() => forward(model).logits.dataSync());
    logits.forEach((value, i) => {
      expect(value).toBeCloseTo((trace.logits as DenseMatrix).data[i], 5);
    });
    const again = await runRecipe(graph, recipe, () => {}, trace.parameters);
    expect(again.parameters).toEqual(trace.parameters);
    expect(Object.keys(trace.parameters).filter((name) => name.endsWith('running_mean'))).toHaveLength(2);
    model.dispose();
  });

  it('drops by its seed in training alone', async () => {
    const given = { hops: 2, width: 8, dropout: 0.5 };
    const [rest, plain] = [await step(given, null), await step({ hops: 2, width: 8 }, null)];
    expect(rest.logits).toEqual(plain.logits);
    const [one, again, other] = await Promise.all([1, 1, 2].map((seed) => step(given, { seed })));
    expect(again).toEqual(one);
    expect(other.logits).not.toEqual(one.logits);
    expect(one.logits).not.toEqual(rest.logits);
  });

  it.each([
    { encoder: 'linear', decoder: 'none' },
    { encoder: 'none', decoder: 'linear' },
  ])('drops what goes into the dense maps too: %j', async (maps) => {
    // Without hops the dense maps are all there is to drop in.
    const given = { hops: 0, width: 8, dropout: 0.5, ...maps };
    const [rest, dropped] = [await step(given, null), await step(given, { seed: 1 })];
    expect(dropped.logits).not.toEqual(rest.logits);
    expect((await step(given, { seed: 1 })).logits).toEqual(dropped.logits);
  });

  it('hears the neighbours of the step, where it is given some', () => {
    const model = createModel(graph, recipeOf({ hops: 2 }));
    const alone = propagationOf(
      { ...graph, edgeCount: 0, source: new Int32Array(), target: new Int32Array() },
      model.recipe,
    );
    const logits = (training: TrainingStep | null) => tidy(() => forward(model, training).logits.dataSync());
    expect(logits({ seed: 1, propagation: alone.value })).not.toEqual(logits(null));
    alone.dispose();
    model.dispose();
  });

  it('leaves no tensor behind after a step', async () => {
    const given = { hops: 2, dropout: 0.5 };
    expect((await step(given, { seed: 3 })).left).toBe(0);
  });
});

describe('dropout', () => {
  it('keeps the expected share and the mean', () => {
    const mask = dropoutMask(100_000, 0.3, 5);
    expect(mask.reduce((sum, value) => sum + value, 0) / mask.length).toBeCloseTo(1, 2);
    expect(mask.filter((value) => value === 0).length / mask.length).toBeCloseTo(0.3, 2);
    expect(new Set(mask).size).toBe(2);
  });
});
