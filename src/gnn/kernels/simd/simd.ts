import type { KernelBackend } from '@tensorflow/tfjs-core';

/**
 * What `module.as` exports. Each takes the address of every input of its kernel in the kernel's order (bytes in the backend's
 * memory, 0 for one that is missing), that of the output, and sizes.
 */
export type Simd = Record<
  | 'additiveScore'
  | 'additiveTurn'
  | 'softmaxPeaks'
  | 'matmul'
  | 'relu'
  | 'sddmmAdd'
  | 'sddmmDot'
  | 'softmaxGradient'
  | 'softmaxWeights'
  | 'spmmMax'
  | 'spmmMaxTies'
  | 'spmmMaxWins'
  | 'spmmSum',
  (...addressesAndSizes: number[]) => void
>;

const opened = new WeakMap<KernelBackend, Simd>();

/** The module that works on the memory of `backend`, or null where none was opened: then the plain loops do. */
export const simdOf = (backend: KernelBackend): Simd | null => opened.get(backend) ?? null;

export const setSimd = (backend: KernelBackend, simd: Simd): void => void opened.set(backend, simd);
