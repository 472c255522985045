import '@tensorflow/tfjs-core/dist/register_all_gradients';
import {
  add,
  matMul,
  memory,
  mul,
  reshape,
  type Scalar,
  sin,
  square,
  sum,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
  variable,
  variableGrads,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { NODE_BACKENDS, useBackend } from '../testing/node';
import { largestDifference } from '../testing/patterns';
import { createAdam, groupOf } from './adam';
import { crossEntropy, targetsOf } from './cross-entropy';
import { crossEntropyOf } from './scores';

describe.each(NODE_BACKENDS)('on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('takes the steps of torch.optim.Adam, by parameter group', async () => {
    // PyTorch 1.13, float64: three steps on Σa²·t/3 + Σ sin(b)·t + Σ a b; a with weight decay 0.1, b with learning rate 0.05.
    const reference = {
      a: [0.4702705395461886, -0.9704613599346309, 1.9705223747139358, 0.2448832402277986],
      b: [-0.04990971562376359, -0.33698332180122803],
    };
    const before = memory().numTensors;
    const a = tidy(() => variable(tensor2d([0.5, -1, 2, 0.25], [2, 2])));
    const b = tidy(() => variable(tensor1d([0.1, -0.2])));
    const groups = [
      { prefix: 'a', weightDecay: 0.1 },
      { prefix: 'b', learningRate: 0.05 },
    ];
    const adam = createAdam({ a, b }, { learningRate: 0.01, weightDecay: 0, groups });
    for (let t = 1; t <= 3; t++) {
      const { value, grads } = variableGrads(() => {
        const product = sum(matMul(a as Tensor2D, reshape(b, [2, 1])));
        return add(add(sum(mul(square(a), t / 3)), sum(mul(sin(b), t))), product) as Scalar;
      });
      // Variables made by hand are called by their running number; the trainer's carry their parameter's name.
      const [gradA, gradB] = [a.name, b.name].map((name) => grads[name]);
      adam.step({ a: gradA, b: gradB });
      for (const made of [value, gradA, gradB]) made.dispose();
    }
    expect(largestDifference(await a.data(), reference.a)).toBeLessThan(1e-6);
    expect(largestDifference(await b.data(), reference.b)).toBeLessThan(1e-6);
    adam.dispose();
    a.dispose();
    b.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('measures cross-entropy over the chosen nodes, with softmax minus one-hot as gradient', async () => {
    const values = [2, -1, 0.5, 0, 0, 0, -3, 4, 1, 80, -80, 0];
    const labels = Int32Array.of(0, 2, -1, 1);
    const nodes = Int32Array.of(0, 1, 3);
    const logits = variable(tensor2d(values, [4, 3]));
    const targets = targetsOf(labels, nodes, 3);
    const { value, grads } = variableGrads(() => crossEntropy(logits as unknown as Tensor2D, targets));
    expect((await value.data())[0]).toBeCloseTo(crossEntropyOf(values, 3, labels, nodes) ?? 0, 4);
    const expected = [0, 1, 2, 3].flatMap((node) => {
      const row = values.slice(3 * node, 3 * node + 3);
      const total = row.reduce((all, x) => all + Math.exp(x), 0);
      return row.map((x, c) => (nodes.includes(node) ? (Math.exp(x) / total - (labels[node] === c ? 1 : 0)) / 3 : 0));
    });
    expect(largestDifference(await grads[logits.name].data(), expected)).toBeLessThan(1e-6);
    for (const made of [value, grads[logits.name], targets, logits]) made.dispose();
  });
});

describe('parameter groups', () => {
  it('decide by the first prefix that fits; what they leave out is common', () => {
    const settings = {
      learningRate: 0.01,
      weightDecay: 0,
      groups: [
        { prefix: 'convs.0.', weightDecay: 5e-4 },
        { prefix: 'convs.', learningRate: 0.1 },
      ],
    };
    expect(groupOf('convs.0.bias', settings)).toEqual({ learningRate: 0.01, weightDecay: 5e-4 });
    expect(groupOf('convs.01.bias', settings)).toEqual({ learningRate: 0.1, weightDecay: 0 });
    expect(groupOf('encoder.weight', settings)).toEqual({ learningRate: 0.01, weightDecay: 0 });
  });
});
