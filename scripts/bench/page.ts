import '@tensorflow/tfjs-backend-webgpu';
import {
  gather,
  ready,
  setBackend,
  type Tensor,
  tensor1d,
  tensor2d,
  tidy,
  unsortedSegmentSum,
} from '@tensorflow/tfjs-core';
import { createEngine, type Engine } from '../../src/engine/client';
import type { BackendName, EngineMemory } from '../../src/engine/protocol';
import { openWasm } from '../../src/engine/wasm';
import { openWebGPU } from '../../src/engine/webgpu';
import { sparseOperand } from '../../src/gnn/kernels/sparse-operand';
import { spmmPlain } from '../../src/gnn/kernels/spmm/plain';
import { spmm } from '../../src/gnn/kernels/spmm/spmm';
import { graphFromPlain } from '../../src/graph/from-plain';
import { circlesOfFriends } from '../../src/graph/generators/circles';
import type { PlainGraph } from '../../src/graph/plain';
import { completeRecipe } from '../../src/recipe/defaults';
import type { Recipe } from '../../src/recipe/recipe';
import { arcsOf } from './arcs';
import { type AttentionShape, type AttentionTimes, timeAttention } from './attention';
import { type Bandwidth, measureBandwidth } from './bandwidth';
import { type Gcn, openGcn } from './gcn';
import { type MeasureTimes, timeMeasures } from './measures';
import { type SceneTimes, timeScene } from './scene';
import { medianTime } from './timing';

/** What the benchmark calls in this page. Times are milliseconds. */
export interface BenchPage {
  spmm(graph: PlainGraph, width: number): Promise<SpmmTimes>;
  attention(graph: PlainGraph, shape: AttentionShape, backend: 'wasm' | 'webgpu'): Promise<AttentionTimes>;
  /** A workload's network, by its address, on a backend; `webgpu` is opened by `gpu` first. */
  gcn(address: string, backend: 'wasm' | 'webgpu'): Promise<Gcn>;
  /** Opens WebGPU as the app does. */
  gpu(): Promise<{ adapter: string; software: boolean } | { missing: string }>;
  bandwidth(address: string, times: number, atOnce: number): Promise<Bandwidth>;
  trace(graph: PlainGraph, hops: number, backend: BackendName): Promise<number>;
  memory(graph: PlainGraph, runs: number): Promise<MemoryReport>;
  measures(nodes: number, edges: number, width: number): Promise<MeasureTimes>;
  scene(nodes: number, edges: number): Promise<SceneTimes>;
}

export interface SpmmTimes {
  arcs: number;
  kernel: number;
  gatherAndSegmentSum: number;
  plain: number;
  /** Largest difference of either result on the adapter from the plain loop's. */
  difference: number;
}

export interface MemoryReport {
  backend: string;
  /** Most bytes seen while a run was under way: where this is 0, the other figures say nothing. */
  busiest: number;
  first: EngineMemory;
  last: EngineMemory;
}

declare global {
  var bench: BenchPage | undefined;
}

/** (A + I) X on one adapter by our kernel and by the stock operations, and by the plain loop. Reading back is included. */
async function timeSpmm(plain: PlainGraph, width: number): Promise<SpmmTimes> {
  await setBackend('webgpu');
  await ready();
  const { rows, pointer, source, target } = arcsOf(graphFromPlain(plain));
  const input = Float32Array.from({ length: rows * width }, (_, i) => Math.sin(i));
  const x = tensor2d(input, [rows, width]);
  const operand = sparseOperand({ rows, columns: rows, pointer, index: source });
  const sources = tensor1d(source, 'int32');
  const targets = tensor1d(target, 'int32');

  const read = async (compute: () => Tensor) => {
    const result = tidy(compute);
    const data = await result.data();
    result.dispose();
    return data;
  };
  const kernel = () => read(() => spmm(operand, x));
  const stock = () => read(() => unsortedSegmentSum(gather(x, sources), targets, rows));
  const loop = async () => {
    const output = new Float32Array(rows * width);
    spmmPlain({ x: input, pointer, index: source }, output, { shapes: {}, attributes: {}, output: [rows, width] });
    return output;
  };
  const reference = await loop();
  const off = (data: ArrayLike<number>) => reference.reduce((most, v, i) => Math.max(most, Math.abs(v - data[i])), 0);
  return {
    difference: Math.max(off(await kernel()), off(await stock())),
    arcs: source.length,
    kernel: await medianTime(kernel, 15),
    gatherAndSegmentSum: await medianTime(stock, 5),
    plain: await medianTime(loop, 15),
  };
}

/** A whole trace through the engine, as the page gets it, measures and projections included. */
async function timeTrace(plain: PlainGraph, hops: number, backend: BackendName): Promise<number> {
  const engine = createEngine();
  await engine.start(backend);
  await engine.setGraph(graphFromPlain(plain));
  const recipe = completeRecipe({ conv: 'gcn', hops, width: 16, input: { kind: 'given', normalise: 'row' } });
  const taken = await medianTime(() => engine.run(recipe, () => {}), 5);
  engine.dispose();
  return taken;
}

/** The opening scene's model run over and over: what the engine holds after the first run and after the last. */
async function watchMemory(plain: PlainGraph, runs: number): Promise<MemoryReport> {
  const engine = createEngine();
  const { name, adapter } = await engine.start('webgpu');
  await engine.setGraph(graphFromPlain(plain));
  const busiest = await mostBytesDuring(engine, completeRecipe({ conv: 'gcn', hops: 16, width: 16 }));

  await engine.setGraph(circlesOfFriends());
  const recipe = completeRecipe({ conv: 'gcn', hops: 16, activation: 'tanh' });
  await engine.run(recipe, () => {});
  const first = await engine.memory();
  for (let run = 1; run < runs; run++) await engine.run(recipe, () => {});
  const last = await engine.memory();
  engine.dispose();
  return { backend: `${name}, ${adapter}`, busiest, first, last };
}

/** Asks the engine for its memory again and again while it runs. */
async function mostBytesDuring(engine: Engine, recipe: Recipe): Promise<number> {
  let [running, most] = [true, 0];
  const run = engine
    .run(recipe, () => {})
    .finally(() => {
      running = false;
    });
  while (running) most = Math.max(most, (await engine.memory()).bytes);
  await run;
  return most;
}

globalThis.bench = {
  spmm: timeSpmm,
  async attention(graph, shape, backend) {
    if (backend === 'wasm') await openWasm();
    else await setBackend('webgpu');
    return timeAttention(graph, shape);
  },
  async gcn(address, backend) {
    if (backend === 'wasm') await openWasm();
    return openGcn(address);
  },
  gpu: () =>
    openWebGPU().then(
      ({ adapter, software }) => ({ adapter, software }),
      (error: Error) => ({ missing: error.message }),
    ),
  bandwidth: measureBandwidth,
  trace: timeTrace,
  memory: watchMemory,
  measures: timeMeasures,
  scene: timeScene,
};
