import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** Bytes of a cache line on the processors browsers run on; where one is longer, nothing but speed is lost. */
export const LINE = 64;

/**
 * The module's own allocator and what the library calls, which puts the former in its place when first called. Addresses are
 * bytes; 0 is an allocation that failed. Not part of the library's interface: its version is pinned.
 */
interface Allocator {
  asm: { malloc(bytes: number): number; free(address: number): void };
  _malloc(bytes: number): number;
  _free(address: number): void;
}

/**
 * Makes every tensor of the WASM backend begin at a cache line. The library's allocator promises eight bytes, so that a row
 * of 64 numbers lies across five lines and not in four: products of sparse matrices, which wait for nothing but lines, took
 * a fifth longer. What is allocated already stays where it is.
 */
export function alignTensors({ wasm }: BackendWasm): void {
  const allocator = wasm as unknown as Allocator;
  const { malloc, free } = allocator.asm;
  const allocated = new Map<number, number>();
  allocator._malloc = (bytes) => {
    const address = malloc(bytes + LINE) >>> 0;
    if (address === 0) return 0;
    const aligned = Math.ceil(address / LINE) * LINE;
    allocated.set(aligned, address);
    return aligned;
  };
  allocator._free = (aligned) => {
    free(allocated.get(aligned) ?? aligned);
    allocated.delete(aligned);
  };
}
