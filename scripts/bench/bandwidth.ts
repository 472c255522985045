import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend, tidy } from '@tensorflow/tfjs-core';
import { spmm } from '../../src/gnn/kernels/spmm/spmm';
import { dense } from '../../src/gnn/layers/convolution';
import { featuresOnDevice, propagationOf } from '../../src/gnn/models/device';
import { completeRecipe } from '../../src/recipe/defaults';
import { readGraph } from './read-workload';
import { medianTime } from './timing';

/** Bytes a second on WebGPU. */
export interface Bandwidth {
  /** Of S X for a graph's features X, every byte that a thread reads or writes counted once for each time it does. */
  spmm: number;
  /** Of a copy from one buffer to another, bytes read and bytes written. */
  copy: number;
  /** Columns of X. */
  width: number;
}

const MOST_COPIED = 2 ** 28;

/**
 * Both in one run on the device of the WebGPU backend, which has to be set.
 * @param times how many are timed, each so many `atOnce` that the wait for the device is small beside them
 */
export async function measureBandwidth(address: string, times: number, atOnce: number): Promise<Bandwidth> {
  const { device } = backend() as WebGPUBackend;
  const { graph } = await readGraph(address);
  if (!graph.features) throw new Error('the graph has no features');
  const x = featuresOnDevice(graph.features);
  const messages = propagationOf(graph, completeRecipe({ conv: 'gcn' }));
  const rows = dense(x.value);
  const [{ operand, coefficient }] = messages.value;
  const [nodes, width] = rows.shape;
  const bytes = operand.entries * (4 + 4 + 4 * width) + nodes * (4 + 4 * width);
  const multiply = () => void tidy(() => void spmm(operand, rows, coefficient));
  const product = await medianTime(() => untilDone(device, multiply, atOnce), times);
  for (const one of [x, messages]) one.dispose();

  const size = Math.min(MOST_COPIED, device.limits.maxBufferSize);
  const usage = GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
  const [source, target] = [1, 2].map(() => device.createBuffer({ size, usage }));
  const copyOnce = () => {
    const encoder = device.createCommandEncoder();
    encoder.copyBufferToBuffer(source, 0, target, 0, size);
    device.queue.submit([encoder.finish()]);
  };
  const copied = await medianTime(() => untilDone(device, copyOnce, atOnce), times);
  for (const one of [source, target]) one.destroy();
  const aSecond = (count: number, milliseconds: number) => (atOnce * count * 1000) / milliseconds;
  return { spmm: aSecond(bytes, product), copy: aSecond(2 * size, copied), width };
}

/** Does something so often and waits until the device has done it. */
async function untilDone({ queue }: GPUDevice, something: () => void, often: number): Promise<void> {
  const webgpu = backend() as WebGPUBackend;
  for (let i = 0; i < often; i++) something();
  webgpu.ensureCommandEncoderReady();
  webgpu.endComputePassEncoder();
  webgpu.submitQueue();
  await queue.onSubmittedWorkDone();
}
