import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { findBackendFactory, registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import { takeProductsInOrder } from '../gnn/kernels/matmul/in-order';
import { isSoftwareGraphics } from '../graph/software-graphics';
import type { OpenBackend } from './open-backend';
import { freeIdleBuffers, heldBytes } from './webgpu-buffers';

/** The device is ours rather than the library's own, so that it has the adapter's real limits and we hear when it is lost. */
export async function openWebGPU(): Promise<OpenBackend> {
  const { gpu } = globalThis.navigator ?? {};
  if (!gpu) throw new Error('this browser has no WebGPU');
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Error('WebGPU found no graphics adapter');
  const device = await adapter.requestDevice({ requiredLimits: limitsOf(adapter) });

  let closed = false;
  const complaints: string[] = [];
  device.addEventListener('uncapturederror', (event) => {
    // Said through `check`, where the run can stop; the browser's own line in the console would be a second voice.
    event.preventDefault();
    complaints.push(event.error.message);
  });
  const lost = new Promise<string>((resolve) => {
    device.lost.then((info) => {
      if (!closed) resolve(info.message.replace(/[.\s]+$/, '') || 'none was given');
    });
  });

  if (findBackendFactory('webgpu')) removeBackend('webgpu');
  const backend = new WebGPUBackend(device, adapter.info);
  registerBackend('webgpu', () => backend, 3);
  if (!(await setBackend('webgpu'))) throw new Error('the device was refused');
  takeProductsInOrder();
  return {
    name: 'webgpu',
    adapter: describe(adapter.info),
    software: isSoftware(adapter.info),
    lost,
    check() {
      const [complaint] = complaints.splice(0);
      if (complaint !== undefined) throw new Error(`The graphics device refused a computation: ${complaint}`);
    },
    trim: () => freeIdleBuffers(backend),
    bytes: () => heldBytes(backend),
    close() {
      closed = true;
      device.destroy();
    },
  };
}

function limitsOf({ limits }: GPUAdapter): Record<string, number> {
  return {
    maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
    maxBufferSize: limits.maxBufferSize,
    maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
    maxComputeWorkgroupsPerDimension: limits.maxComputeWorkgroupsPerDimension,
    maxComputeWorkgroupSizeX: limits.maxComputeWorkgroupSizeX,
    maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
  };
}

/** The adapter's own words, as many as the browser tells. */
function describe(info: GPUAdapterInfo): string {
  return (
    info.description || [info.vendor, info.architecture, info.device].filter(Boolean).join(' ') || 'unnamed adapter'
  );
}

function isSoftware(info: GPUAdapterInfo): boolean {
  const words = [info.vendor, info.architecture, info.device, info.description].join(' ');
  return ('isFallbackAdapter' in info && info.isFallbackAdapter === true) || isSoftwareGraphics(words);
}
