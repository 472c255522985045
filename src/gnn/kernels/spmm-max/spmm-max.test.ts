import { type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { NODE_BACKENDS, useBackend } from '../../testing/node';
import { pairOperand } from '../sparse-operand';
import { spmm } from '../spmm/spmm';
import { describeSpmmMax } from './spmm-max.suite';

for (const name of NODE_BACKENDS) describeSpmmMax(name, () => useBackend(name));

it.each(NODE_BACKENDS)('the maximum of what is no number is none either, wherever it comes: %s', async (name) => {
  await useBackend(name);
  const matrix = pairOperand(3, 3, Int32Array.of(0, 0, 1, 1, 2, 2), Int32Array.of(0, 1, 1, 2, 0, 2));
  const x = tensor2d([1, Number.NaN, 2], [3, 1]);
  const most: Tensor2D = spmm(matrix, x, null, 'max');
  expect([...(await most.data())]).toEqual([Number.NaN, Number.NaN, 2]);
  for (const one of [matrix, x, most]) one.dispose();
});
