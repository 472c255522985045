import type { KernelBackend } from '@tensorflow/tfjs-core';

/** What `module.as` exports. Addresses are bytes in the backend's memory, 0 for an operand that is missing. */
export interface Simd {
  spmmSum(
    x: number,
    pointer: number,
    index: number,
    value: number,
    entry: number,
    divisor: number,
    output: number,
    rows: number,
    columns: number,
    heads: number,
  ): void;
}

const opened = new WeakMap<KernelBackend, Simd>();

/** The module that works on the memory of `backend`, or null where none was opened: then the plain loops do. */
export const simdOf = (backend: KernelBackend): Simd | null => opened.get(backend) ?? null;

export const setSimd = (backend: KernelBackend, simd: Simd): void => void opened.set(backend, simd);
