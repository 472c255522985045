import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largestDifference, tolerance } from '../gnn/testing/patterns';
import { graphFromPlain } from '../graph/from-plain';
import { completeRecipe } from '../recipe/defaults';
import { createEngine, type Engine, RunCancelled } from './client';
import type { BackendName, EngineMemory } from './protocol';

const star = graphFromPlain({
  nodes: 400,
  edges: Array.from({ length: 399 }, (_, v): [number, number] => [0, v + 1]),
  labels: Array.from({ length: 400 }, (_, v) => v % 3),
});
const quiet = () => {};

/** The worker itself, through its door, on the backends of a browser. */
describe('engine in a worker', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = createEngine();
  });
  afterAll(() => engine.dispose());

  it('starts on WebGPU where there is one and says what it is', async () => {
    const report = await engine.start(null);
    expect(report.name).toBe('webgpu');
    expect(report.adapter).not.toBe('');
    expect(report.reason).toMatch(/^The fastest there is\./);
  });

  it('computes the same on WebGPU, WASM and CPU', async () => {
    const recipe = completeRecipe({ conv: 'sage', hops: 4, activation: 'elu', norm: 'pair', residual: 'skip' });
    await engine.setGraph(star);
    const results: Partial<Record<BackendName, Float32Array>> = {};
    for (const name of ['webgpu', 'wasm', 'cpu'] as const) {
      expect((await engine.setBackend(name)).name).toBe(name);
      const trace = await engine.run(recipe, quiet);
      expect(trace.backend).toBe(name);
      expect(trace.widths).toEqual([16, 16, 16, 16, 3]);
      results[name] = (await engine.embedding(4)).data;
    }
    const { webgpu = [], wasm = [], cpu = [] } = results;
    expect(largestDifference(webgpu, cpu)).toBeLessThan(tolerance(cpu, 1e-5));
    expect(largestDifference(wasm, cpu)).toBeLessThan(tolerance(cpu, 1e-5));
  });

  it('repeats to the bit', async () => {
    await engine.setBackend('webgpu');
    const recipe = completeRecipe({ hops: 8 });
    await engine.run(recipe, quiet);
    const first = (await engine.embedding(8)).data;
    await engine.run(recipe, quiet);
    expect((await engine.embedding(8)).data).toEqual(first);
  });

  it('sends progress, cancels between hops and keeps the class of the rejection', async () => {
    const run = engine.run(completeRecipe({ hops: 128 }), ({ fraction }) => {
      if (fraction < 1) void engine.cancel();
    });
    await expect(run).rejects.toBeInstanceOf(RunCancelled);
  });

  it('keeps the message of an error', async () => {
    await expect(engine.explain(0, 99)).rejects.toThrow('Hop 99 cannot be explained');
  });

  it('holds as much device memory after 200 runs as after one', async () => {
    const recipe = completeRecipe({ hops: 2, width: 4 });
    const held: EngineMemory[] = [];
    for (let i = 0; i < 200; i++) {
      await engine.run(recipe, quiet);
      if (i === 0 || i === 199) held.push(await engine.memory());
    }
    expect(held[1]).toEqual(held[0]);
    expect(held[0].tensors).toBe(0);
  });
});
