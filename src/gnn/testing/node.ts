import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { setBackend } from '@tensorflow/tfjs-core';
import { openSimd } from '../kernels/simd/open';

/** The backends that run under Node, for suites that every backend has to pass. */

const wasmFiles = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));
setWasmPaths(`${wasmFiles}/`);

export const NODE_BACKENDS = ['cpu', 'wasm'] as const;

export async function useBackend(name: (typeof NODE_BACKENDS)[number]): Promise<void> {
  if (!(await setBackend(name))) throw new Error(`The backend ${name} could not be opened.`);
  if (name === 'wasm') await openSimd();
}
