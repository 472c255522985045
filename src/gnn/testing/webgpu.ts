import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import '@tensorflow/tfjs-backend-webgpu';
import { backend, setBackend } from '@tensorflow/tfjs-core';
import { takeProductsInOrder } from '../kernels/matmul/in-order';

/** WebGPU in the browser that runs the suite; what its device complains of, late and unasked, fails the run. */
export async function useWebGPU(): Promise<void> {
  if (!(await setBackend('webgpu'))) throw new Error('WebGPU could not be opened.');
  takeProductsInOrder();
  (backend() as WebGPUBackend).device.onuncapturederror = ({ error }) => {
    throw new Error(`The device refused a computation: ${error.message}`);
  };
}
