import { add, clone, grad, grads, type Tensor, tensor1d } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { useBackend } from '../testing/node';
import { differentiable } from './differentiable';

beforeAll(() => useBackend('cpu'));

it('computes the gradients that are asked for, and no other', async () => {
  const asked: string[] = [];
  const operation = (a: Tensor, b: Tensor) =>
    differentiable(
      { a, b },
      () => add(a, b),
      (dy) => ({
        a: () => {
          asked.push('a');
          return clone(dy);
        },
        b: () => {
          asked.push('b');
          return clone(dy);
        },
      }),
    );
  const [a, b, dy] = [tensor1d([1, 2]), tensor1d([3, 4]), tensor1d([5, 6])];
  const inA = grad((x: Tensor) => operation(x, b))(a, dy);
  expect([...(await inA.data())]).toEqual([5, 6]);
  expect(asked).toEqual(['a']);
  const both = grads((x: Tensor, y: Tensor) => operation(x, y))([a, b], dy);
  expect(asked.sort()).toEqual(['a', 'a', 'b']);
  for (const one of [a, b, dy, inA, ...both]) one.dispose();
});
