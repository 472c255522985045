import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { graphFromPlain } from '../graph/from-plain';
import { completeRecipe } from '../recipe/defaults';
import { createEngineCalls } from './engine';
import type { BackendReport } from './protocol';

const pair = graphFromPlain({ nodes: 2, edges: [[0, 1]] });
const recipe = completeRecipe({ hops: 6 });

/** On the page itself rather than in the worker, since only here can the device be taken away. */
async function startedEngine() {
  const engine = createEngineCalls();
  expect((await engine.start('webgpu')).name).toBe('webgpu');
  await engine.setGraph(pair);
  const told = new Promise<{ report: BackendReport; message: string }>((resolve) => {
    void engine.onBackendLost((report, message) => resolve({ report, message }));
  });
  return { engine, told };
}

const loseDevice = () => (backend() as WebGPUBackend).device.destroy();

it('moves to WASM when the device is lost between runs, keeping the trace', async () => {
  const { engine, told } = await startedEngine();
  await engine.run(recipe, () => {});
  const before = (await engine.embedding(6)).data;
  loseDevice();
  const { report, message } = await told;
  expect(report.name).toBe('wasm');
  expect(report.reason).toMatch(/graphics device was lost/);
  expect(message).toMatch(/Everything computed so far is kept/);
  expect((await engine.embedding(6)).data).toEqual(before);
  expect((await engine.run(recipe, () => {})).backend).toBe('wasm');
});

it('finishes a run on WASM when the device is lost in the middle of it', async () => {
  const { engine, told } = await startedEngine();
  const trace = await engine.run(recipe, ({ stage }) => {
    if (stage === 'hop 2 of 6' && backend().constructor.name.includes('WebGPU')) loseDevice();
  });
  expect(trace.backend).toBe('wasm');
  expect(trace.projections).toHaveLength(7);
  expect((await told).report.name).toBe('wasm');
  expect((await engine.memory()).tensors).toBe(0);
});

it('does not take a change of backend for a loss', async () => {
  const { engine, told } = await startedEngine();
  let heard = false;
  void told.then(() => {
    heard = true;
  });
  await engine.setBackend('cpu');
  await engine.run(recipe, () => {});
  expect((await engine.setBackend('webgpu')).name).toBe('webgpu');
  expect((await engine.run(recipe, () => {})).backend).toBe('webgpu');
  expect(heard).toBe(false);
});
