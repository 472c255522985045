import { beforeEach, describe, expect, it } from 'vitest';
import { graphFromPlain } from '../graph/from-plain';
import { completeRecipe } from '../recipe/defaults';
import type { Recipe } from '../recipe/recipe';
import { createEngineCalls } from './engine';
import type { EngineCalls } from './protocol';

const ring = (n: number) =>
  graphFromPlain({ nodes: n, edges: Array.from({ length: n }, (_, v): [number, number] => [v, (v + 1) % n]) });
const quiet = () => {};

describe('engine', () => {
  let engine: EngineCalls;
  beforeEach(async () => {
    engine = createEngineCalls();
    await engine.start('cpu');
    await engine.setGraph(ring(12));
  });

  it('reports what it runs on', async () => {
    expect(await engine.setBackend('cpu')).toEqual({
      name: 'cpu',
      adapter: 'plain JavaScript on one thread',
      software: false,
      reason: 'Asked for by name.',
    });
  });

  it('refuses a backend that is not to be had and keeps the one it has', async () => {
    await expect(engine.setBackend('webgpu')).rejects.toThrow(/WebGPU is not to be had: .*no WebGPU/);
    expect((await engine.run(completeRecipe({ hops: 1 }), quiet)).backend).toBe('cpu');
  });

  it('gives one projection, row of measures and shape a hop, and progress up to 1', async () => {
    const fractions: number[] = [];
    const trace = await engine.run(completeRecipe({ hops: 3, width: 5 }), ({ fraction }) => fractions.push(fraction));
    expect(trace.hops).toBe(3);
    expect(trace.widths).toEqual([5, 5, 5, 5]);
    expect(trace.projections.map((scores) => scores.length)).toEqual([36, 36, 36, 36]);
    expect([trace.measures.length, trace.shapes.length, trace.explained.length]).toEqual([4, 4, 4]);
    expect(trace.inputDescription).toBe('random, 5 columns, seed 7');
    expect(fractions).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('explains with the numbers of the embedding', async () => {
    await engine.run(completeRecipe({ hops: 2, activation: 'tanh' }), quiet);
    const { data, columns } = await engine.embedding(1);
    const explanation = await engine.explain(4, 1);
    expect(explanation.output).toEqual([...data.slice(4 * columns, 5 * columns)]);
  });

  it('gives the rows of the graph’s own nodes, where messages run along a virtual one as well', async () => {
    const trace = await engine.run(completeRecipe({ hops: 2, width: 5, virtualNode: true }), quiet);
    expect(trace.projections.map((scores) => scores.length)).toEqual([36, 36, 36]);
    expect((await engine.embedding(2)).rows).toBe(12);
    expect((await engine.logits()).rows).toBe(12);
    expect((await engine.explain(4, 1)).messages.map(({ from }) => from)).toContain('virtual node');
    expect(trace.notes.reach).toMatch(/by edges between nodes/);
    await expect(engine.explain(12, 1)).rejects.toThrow('nodes are numbered 0 to 11');
  });

  it('hands out copies: changing one does not change the trace', async () => {
    await engine.run(completeRecipe({ hops: 1 }), quiet);
    (await engine.embedding(1)).data.fill(9);
    expect((await engine.embedding(1)).data).not.toContain(9);
  });

  it('lets the newest run win', async () => {
    const overtaken = engine.run(completeRecipe({ hops: 4 }), quiet);
    const newest = engine.run(completeRecipe({ hops: 2 }), quiet);
    await expect(overtaken).rejects.toMatchObject({ name: 'RunCancelled' });
    expect((await newest).hops).toBe(2);
  });

  it('stops between hops when cancelled, keeps the earlier trace and leaves no tensor behind', async () => {
    await engine.run(completeRecipe({ hops: 2 }), quiet);
    const { tensors } = await engine.memory();
    const run = engine.run(completeRecipe({ hops: 64 }), ({ fraction }) => {
      if (fraction > 0.2) void engine.cancel();
    });
    await expect(run).rejects.toMatchObject({ name: 'RunCancelled' });
    expect((await engine.memory()).tensors).toBe(tensors);
    expect((await engine.embedding(2)).rows).toBe(12);
    await expect(engine.embedding(3)).rejects.toThrow('There is no hop 3: this trace has hops 0 to 2.');
  });

  it('refuses what does not fit before computing, and keeps the earlier trace', async () => {
    await engine.run(completeRecipe({ hops: 1 }), quiet);
    await engine.setGraph(ring(20_000));
    const greedy = completeRecipe({ hops: 128, width: 256 });
    await expect(engine.run(greedy, quiet)).rejects.toThrow(
      /would take .* MiB .* budget is 512 MiB\. Take at most 26 hops/,
    );
    expect((await engine.embedding(1)).rows).toBe(12);
  });

  it('says what is illegal in a recipe, and what to do about numbers that overflow', async () => {
    const illegal = { ...completeRecipe({}), hops: 500 } as Recipe;
    await expect(engine.run(illegal, quiet)).rejects.toThrow(/hops is 500/);
    const explosive = completeRecipe({ hops: 128, weights: { kind: 'random', seed: 1, gain: 100 } });
    await expect(engine.run(explosive, quiet)).rejects.toThrow(
      /left the range of 32-bit numbers\. Take a smaller gain/,
    );
  });

  it('refuses a graph without nodes', async () => {
    await engine.setGraph(graphFromPlain({ nodes: 1, edges: [] }));
    await engine.run(completeRecipe({ hops: 1 }), quiet);
    await engine.setGraph({
      ...ring(3),
      nodeCount: 0,
      edgeCount: 0,
      ids: [],
      source: new Int32Array(),
      target: new Int32Array(),
    });
    await expect(engine.run(completeRecipe({}), quiet)).rejects.toThrow('no nodes');
  });

  it('holds as much after 200 runs as after one', async () => {
    const recipe = completeRecipe({ hops: 3, width: 4 });
    await engine.run(recipe, quiet);
    const first = await engine.memory();
    for (let i = 0; i < 200; i++) await engine.run(recipe, quiet);
    expect(await engine.memory()).toEqual(first);
  });
});
