import { tensor2d } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { NODE_BACKENDS, useBackend } from '../../testing/node';
import { pairOperand } from '../sparse-operand';
import { edgeSoftmax } from './edge-softmax';
import { describeEdgeSoftmax } from './edge-softmax.suite';

for (const name of NODE_BACKENDS) describeEdgeSoftmax(name, () => useBackend(name));

it.each(NODE_BACKENDS)('a score that is no number leaves none in its row, and in no other: %s', async (name) => {
  await useBackend(name);
  const matrix = pairOperand(2, 1, Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 0, 0, 0));
  for (const heads of [1, 4]) {
    const rows = [1, Number.NaN, 3, 3].map((score) => new Array<number>(heads).fill(score));
    const score = tensor2d(rows);
    const weight = edgeSoftmax(matrix, score);
    const half = expect.closeTo(0.5, 6);
    const expected = [Number.NaN, Number.NaN, half, half].flatMap((one) => new Array(heads).fill(one));
    expect([...(await weight.data())]).toEqual(expected);
    for (const made of [score, weight]) made.dispose();
  }
  matrix.dispose();
});
