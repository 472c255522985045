import { memory, tensor2d } from '@tensorflow/tfjs-core';
import { openWasm } from '../../src/engine/wasm';
import { sparseOperand } from '../../src/gnn/kernels/sparse-operand';
import { spmm } from '../../src/gnn/kernels/spmm/spmm';
import { measureContext, measureHop } from '../../src/gnn/measures/measure-hop';
import { adjacencyOf } from '../../src/graph/adjacency';
import { graphFromPlain } from '../../src/graph/from-plain';
import { seededRandom } from '../../src/graph/random';
import { medianTime } from './timing';

/** Milliseconds. */
export interface MeasureTimes {
  arcs: number;
  /** One sparse product on WASM, A X with A the graph's adjacency. */
  spmm: number;
  /** All measures of one hop. */
  hop: number;
  /** What is built once a graph. */
  context: number;
}

const CLASSES = 7;

/** All measures of one hop against one sparse product of the same graph and width, in one run; by turns, so that both see the same machine. */
export async function timeMeasures(nodes: number, edges: number, width: number): Promise<MeasureTimes> {
  await openWasm();
  const before = memory().numTensors;
  const random = seededRandom(1);
  const graph = graphFromPlain({
    nodes,
    edges: Array.from({ length: edges }, (): [number, number] => [random.below(nodes), random.below(nodes)]),
    labels: Array.from({ length: nodes }, () => random.below(CLASSES)),
    classes: Array.from({ length: CLASSES }, (_, k) => `class ${k}`),
  });
  const data = Float32Array.from({ length: nodes * width }, () => random.normal());
  const { pointer, source, arcCount } = adjacencyOf(graph);
  const operand = sparseOperand({ rows: nodes, columns: nodes, pointer, index: source });
  const x = tensor2d(data, [nodes, width]);
  const started = performance.now();
  const context = measureContext(graph, 1);
  const built = performance.now() - started;
  const times = { arcs: arcCount, spmm: Number.POSITIVE_INFINITY, hop: Number.POSITIVE_INFINITY, context: built };
  for (let turn = 0; turn < 3; turn++) {
    const product = await medianTime(async () => spmm(operand, x).dispose(), 5);
    const hop = await medianTime(
      async () => measureHop({ kind: 'dense', rows: nodes, columns: width, data }, context, 1),
      5,
    );
    // The quietest turn: what else runs on the machine only ever adds.
    times.spmm = Math.min(times.spmm, product);
    times.hop = Math.min(times.hop, hop);
  }
  x.dispose();
  operand.dispose();
  const left = memory().numTensors - before;
  if (left !== 0) throw new Error(`${left} tensors are left`);
  return times;
}
