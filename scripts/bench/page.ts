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
import { createEngine } from '../../src/engine/client';
import type { BackendName, EngineMemory } from '../../src/engine/protocol';
import { sparseOperand } from '../../src/gnn/kernels/sparse-operand';
import { spmmPlain } from '../../src/gnn/kernels/spmm/plain';
import { spmm } from '../../src/gnn/kernels/spmm/spmm';
import { graphFromPlain } from '../../src/graph/from-plain';
import { circlesOfFriends } from '../../src/graph/generators/circles';
import type { PlainGraph } from '../../src/graph/plain';
import { completeRecipe } from '../../src/recipe/defaults';
import { arcsOf } from './arcs';
import { medianTime } from './timing';

/** What the benchmark calls in this page. Times are milliseconds. */
export interface BenchPage {
  spmm(graph: PlainGraph, width: number): Promise<SpmmTimes>;
  trace(graph: PlainGraph, hops: number, backend: BackendName): Promise<number>;
  memory(runs: number): Promise<MemoryReport>;
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
    spmmPlain({ x: input, pointer, index: source }, output, [rows, width]);
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

/** A whole trace through the engine, as the page gets it, measures and projections included; the second of two runs. */
async function timeTrace(plain: PlainGraph, hops: number, backend: BackendName): Promise<number> {
  const engine = createEngine();
  await engine.start(backend);
  await engine.setGraph(graphFromPlain(plain));
  const recipe = completeRecipe({ conv: 'gcn', hops, width: 16, input: { kind: 'given', normalise: 'row' } });
  await engine.run(recipe, () => {});
  const start = performance.now();
  await engine.run(recipe, () => {});
  return performance.now() - start;
}

/** The opening scene's model run over and over: what the engine holds after the first run and after the last. */
async function watchMemory(runs: number): Promise<MemoryReport> {
  const engine = createEngine();
  const { name, adapter } = await engine.start('webgpu');
  await engine.setGraph(circlesOfFriends());
  const recipe = completeRecipe({ conv: 'gcn', hops: 16, activation: 'tanh' });
  await engine.run(recipe, () => {});
  const first = await engine.memory();
  for (let run = 1; run < runs; run++) await engine.run(recipe, () => {});
  return { backend: `${name}, ${adapter}`, first, last: await engine.memory() };
}

globalThis.bench = { spmm: timeSpmm, trace: timeTrace, memory: watchMemory };
