import { backend } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { useBackend } from '../../testing/node';
import { openSimd } from './open';
import { simdOf } from './simd';

it('shares the memory of the WASM backend, once', async () => {
  await useBackend('wasm');
  const simd = simdOf(backend());
  expect(simd?.spmmSum).toBeTypeOf('function');
  await openSimd();
  expect(simdOf(backend())).toBe(simd);
});

it('is refused where there is no such memory', async () => {
  await useBackend('cpu');
  await expect(openSimd()).rejects.toThrow('SIMD kernels belong to the WASM backend, but cpu is set.');
});
