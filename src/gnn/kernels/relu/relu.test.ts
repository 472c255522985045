import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { grad, memory, relu, sub, type Tensor1D, tensor1d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { NODE_BACKENDS, useBackend } from '../../testing/node';

describe.each(NODE_BACKENDS)('ReLU on %s', (backend) => {
  it('keeps what is above 0, and NaN of either sign', async () => {
    await useBackend(backend);
    const before = memory().numTensors;
    const [infinite, x] = [tensor1d([1 / 0, 1]), tensor1d([-1, -0, 0, 2, -1 / 0, 1 / 0, Number.NaN])];
    const none: Tensor1D = sub(infinite, infinite);
    const [kept, positive, slope] = [relu(none), relu(x), grad((at) => relu(at))(x)];
    expect([...(await kept.data())]).toEqual([Number.NaN, 0]);
    expect([...(await positive.data())].map(Math.abs)).toEqual([0, 0, 0, 2, 0, 1 / 0, Number.NaN]);
    expect([...(await slope.data())].slice(0, 6)).toEqual([0, 0, 0, 1, 0, 1]);
    for (const one of [infinite, x, none, kept, positive, slope]) one.dispose();
    expect(memory().numTensors).toBe(before);
  });
});
