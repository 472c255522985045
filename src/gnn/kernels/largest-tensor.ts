import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend, getBackend } from '@tensorflow/tfjs-core';

/** Most bytes one tensor may have on the backend that is set: on WebGPU what the device binds as one buffer. */
export function largestTensor(): number {
  if (getBackend() !== 'webgpu') return Number.POSITIVE_INFINITY;
  const { maxStorageBufferBindingSize, maxBufferSize } = (backend() as WebGPUBackend).device.limits;
  return Math.min(maxStorageBufferBindingSize, maxBufferSize);
}
