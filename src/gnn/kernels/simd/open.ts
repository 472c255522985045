import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { backend, getBackend } from '@tensorflow/tfjs-core';
import { takeOverProducts } from '../matmul/matmul';
import { takeOverRelu } from '../relu/relu';
import { alignTensors } from './align';
import { code } from './module.as';
import { type Simd, setSimd, simdOf } from './simd';

/** Gives the WASM backend, which has to be the current one, our SIMD kernels. Tensors stay where they are: memory is shared. */
export async function openSimd(): Promise<void> {
  if (getBackend() !== 'wasm') throw new Error(`SIMD kernels belong to the WASM backend, but ${getBackend()} is set.`);
  const current = backend() as BackendWasm;
  if (simdOf(current)) return;
  const { instance } = await WebAssembly.instantiate(code, { env: { memory: memoryOf(current) } });
  setSimd(current, instance.exports as unknown as Simd);
  alignTensors(current);
  takeOverProducts();
  takeOverRelu();
}

/** Not part of the library's interface: its version is pinned. */
function memoryOf({ wasm }: BackendWasm): WebAssembly.Memory {
  const memory = (wasm as { asm?: { memory?: unknown } }).asm?.memory;
  if (memory instanceof WebAssembly.Memory) return memory;
  throw new Error('This version of the WASM backend keeps its memory elsewhere: see memoryOf in open.ts.');
}
