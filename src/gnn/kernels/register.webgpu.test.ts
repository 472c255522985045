import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend, memory, ones, type Rank } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { useWebGPU } from '../testing/webgpu';
import { sparseOperand } from './sparse-operand';
import { spmm } from './spmm/spmm';

it('says what is too large for the adapter, before asking it', async () => {
  await useWebGPU();
  const limit = (backend() as WebGPUBackend).device.limits.maxStorageBufferBindingSize;
  const columns = 2 ** 16;
  const rows = Math.floor(limit / (4 * columns)) + 1;
  const pattern = { rows, columns: 1, pointer: new Int32Array(rows + 1), index: new Int32Array() };
  const before = memory().numTensors;
  const [matrix, x] = [sparseOperand(pattern), ones<Rank.R2>([1, columns])];
  expect(() => spmm(matrix, x)).toThrow(
    /GraphSpmm needs a buffer of \d+ MiB .* Take a smaller width or fewer heads, or the WASM/,
  );
  for (const one of [matrix, x]) one.dispose();
  expect(memory().numTensors).toBe(before);
});
