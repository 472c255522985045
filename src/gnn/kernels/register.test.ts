import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { backend, memory, tensor2d } from '@tensorflow/tfjs-core';
import { expect, it, vi } from 'vitest';
import { useBackend } from '../testing/node';
import { sparseOperand } from './sparse-operand';
import { spmm } from './spmm/spmm';

it('says when WASM has no memory left, and writes nothing', async () => {
  await useBackend('wasm');
  const before = memory().numTensors;
  const matrix = sparseOperand({ rows: 2, columns: 1, pointer: Int32Array.of(0, 1, 1), index: Int32Array.of(0) });
  const x = tensor2d([[1, 2, 3]]);
  const failing = vi.spyOn(backend() as BackendWasm, 'getMemoryOffset').mockReturnValue(0);
  expect(() => spmm(matrix, x)).toThrow('GraphSpmm has no memory left for 2 × 3 numbers.');
  failing.mockRestore();
  for (const one of [matrix, x]) one.dispose();
  expect(memory().numTensors).toBe(before);
});
