import { grads, memory, type Tensor, tensor } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { largestDifference, randomArray, tolerance } from './patterns';

export type Shape = readonly number[];
/** An operation as its definition reads, in float64: inputs flat, output flat. */
export type Definition = (...inputs: Float64Array[]) => Float64Array;

/**
 * Holds an operation and its gradients against its definition: the output to 1e-5, the gradients to 1e-4 of central
 * differences of the definition, at most `most` coordinates of each input. A second run repeats to the bit, and nothing may
 * be left on the device.
 *
 * @param open makes what the operation needs besides its inputs; disposed at the end.
 */
export async function expectOperation<T extends { dispose(): void }>(
  open: () => T,
  operation: (opened: T, ...inputs: Tensor[]) => Tensor,
  shapes: readonly Shape[],
  definition: Definition,
  { inputs = shapes.map((shape, i) => randomArray(sizeOf(shape), i + 3)), most = 24, step = 1e-4 } = {},
): Promise<void> {
  const before = memory();
  const opened = open();
  const tensors = inputs.map((data, i) => tensor(data, [...shapes[i]]));
  const output = operation(opened, ...tensors);
  const exact = inputs.map((data) => Float64Array.from(data));
  const expected = definition(...exact);
  expect(output.size, 'size of the output').toBe(expected.length);
  expect(largestDifference(await output.data(), expected), 'output').toBeLessThan(tolerance(expected, 1e-5));
  const again = operation(opened, ...tensors);
  expect(largestDifference(await again.data(), await output.data()), 'output once more').toBe(0);

  const arriving = randomArray(output.size, 99);
  const dy = tensor(arriving, output.shape);
  const differentiate = () => grads((...given: Tensor[]) => operation(opened, ...given))(tensors, dy);
  const [gradients, repeated] = [differentiate(), differentiate()];
  const loss = (moved: Float64Array[]) => definition(...moved).reduce((sum, y, i) => sum + y * arriving[i], 0);
  for (const [i, gradient] of gradients.entries()) {
    expect(gradient.shape, `shape of gradient ${i}`).toEqual(tensors[i].shape);
    const actual = await gradient.data();
    expect(largestDifference(await repeated[i].data(), actual), `gradient ${i} once more`).toBe(0);
    const stride = Math.max(1, Math.floor(exact[i].length / most));
    const places = Array.from({ length: Math.ceil(exact[i].length / stride) }, (_, k) => k * stride);
    const differences = places.map((at) => {
      const at1 = (by: number) => loss(exact.with(i, exact[i].with(at, exact[i][at] + by)));
      return (at1(step) - at1(-step)) / (2 * step);
    });
    const given = places.map((at) => actual[at]);
    expect(largestDifference(given, differences), `gradient ${i}`).toBeLessThan(tolerance(differences, 1e-4));
  }
  for (const one of [opened, ...tensors, output, again, dy, ...gradients, ...repeated]) one.dispose();
  expect(memory()).toMatchObject({ numTensors: before.numTensors, numBytes: before.numBytes });
}

export const sizeOf = (shape: Shape): number => shape.reduce((size, length) => size * length, 1);
