import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';

/** Fields of the pool in @tensorflow/tfjs-backend-webgpu 4.22.0 that its types hide. */
interface BufferPool {
  freeBuffers: Map<string, GPUBuffer[]>;
  numFreeBuffers: number;
  numBytesAllocated: number;
}

/** Bytes of every buffer the backend has from the device, in use or kept for reuse. */
export function heldBytes(backend: WebGPUBackend): number {
  return backend.memory().numBytesAllocatedInGPU;
}

/**
 * Gives the buffers kept for reuse back to the device. The library keeps each size it ever used, so graph after graph it
 * would only grow.
 */
export function freeIdleBuffers(backend: WebGPUBackend): void {
  // Buffers of work not yet submitted are only released with it.
  backend.ensureCommandEncoderReady();
  backend.endComputePassEncoder();
  backend.submitQueue();
  const pool = backend.bufferManager as unknown as BufferPool;
  for (const buffers of pool.freeBuffers.values()) {
    for (const buffer of buffers.splice(0)) {
      pool.numBytesAllocated -= buffer.size;
      pool.numFreeBuffers--;
      buffer.destroy();
    }
  }
}
