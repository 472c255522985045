import '@tensorflow/tfjs-backend-webgpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { takeProductsInOrder } from '../kernels/matmul/in-order';

/** WebGPU in the browser that runs the suite. */
export async function useWebGPU(): Promise<void> {
  if (!(await setBackend('webgpu'))) throw new Error('WebGPU could not be opened.');
  takeProductsInOrder();
}
