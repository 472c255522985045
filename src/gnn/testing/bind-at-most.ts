import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend } from '@tensorflow/tfjs-core';
import { vi } from 'vitest';

/** The device says that it binds no more than this, until mocks are restored. */
export function bindAtMost(bytes: number): void {
  const { device } = backend() as WebGPUBackend;
  const { limits } = device;
  const lower = new Proxy(limits, {
    get: (real, name) => (name === 'maxStorageBufferBindingSize' ? bytes : Reflect.get(real, name, real)),
  });
  vi.spyOn(device, 'limits', 'get').mockReturnValue(lower);
}
