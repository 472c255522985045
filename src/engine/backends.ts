import type { OpenBackend } from './open-backend';
import type { BackendName } from './protocol';

/** Each fetches its backend's code only when it is opened, and rejects with why it is not to be had, in plain words. */
export const OPENERS: Record<BackendName, () => Promise<OpenBackend>> = {
  webgpu: async () => (await import('./webgpu')).openWebGPU(),
  wasm: async () => (await import('./wasm')).openWasm(),
  cpu: async () => (await import('./cpu')).openCpu(),
};

/** Fastest first. */
export const PREFERENCE: readonly BackendName[] = ['webgpu', 'wasm', 'cpu'];

export const TITLES: Record<BackendName, string> = { webgpu: 'WebGPU', wasm: 'WebAssembly', cpu: 'plain JavaScript' };
