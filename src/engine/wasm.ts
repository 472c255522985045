import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { env, memory, setBackend } from '@tensorflow/tfjs-core';
import { openSimd } from '../gnn/kernels/simd/open';
import type { OpenBackend } from './open-backend';

/** WebAssembly with SIMD on one thread: a static host sends none of the headers that threads need. */
export async function openWasm(): Promise<OpenBackend> {
  if (typeof WebAssembly === 'undefined') throw new Error('this browser has no WebAssembly');
  if (!(await env().getAsync('WASM_HAS_SIMD_SUPPORT'))) throw new Error("this browser's WebAssembly has no SIMD");
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  // The library wants a path for every build it knows; only this one is ever asked for.
  setWasmPaths({
    'tfjs-backend-wasm.wasm': simd,
    'tfjs-backend-wasm-simd.wasm': simd,
    'tfjs-backend-wasm-threaded-simd.wasm': simd,
  });
  if (!(await setBackend('wasm'))) throw new Error('its WebAssembly file could not be loaded');
  await openSimd();
  return {
    name: 'wasm',
    adapter: 'WebAssembly SIMD on one thread',
    software: false,
    lost: new Promise(() => {}),
    check() {},
    trim() {},
    bytes: () => memory().numBytes,
    close() {},
  };
}
