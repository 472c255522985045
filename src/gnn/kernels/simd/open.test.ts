import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { backend, tensor1d } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { useBackend } from '../../testing/node';
import { LINE } from './align';
import { openSimd } from './open';
import { simdOf } from './simd';

it('shares the memory of the WASM backend, once', async () => {
  await useBackend('wasm');
  const simd = simdOf(backend());
  expect(simd?.spmmSum).toBeTypeOf('function');
  await openSimd();
  expect(simdOf(backend())).toBe(simd);
});

it('has every tensor begin at a cache line, and gives its memory back', async () => {
  await useBackend('wasm');
  const wasm = backend() as BackendWasm;
  const addresses = () =>
    [1, 3, 1000].map((length) => {
      const tensor = tensor1d(new Float32Array(length).fill(length));
      const address = wasm.getMemoryOffset(tensor.dataId);
      expect(tensor.dataSync()[length - 1]).toBe(length);
      tensor.dispose();
      return address;
    });
  const first = addresses();
  expect(first.map((address) => address % LINE)).toEqual([0, 0, 0]);
  // What was freed is what is allocated next.
  for (let round = 0; round < 3; round++) expect(addresses()).toEqual(first);
});

it('is refused where there is no such memory', async () => {
  await useBackend('cpu');
  await expect(openSimd()).rejects.toThrow('SIMD kernels belong to the WASM backend, but cpu is set.');
});
