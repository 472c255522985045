import { memory, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { openWasm } from '../../src/engine/wasm';
import { sparseOperand } from '../../src/gnn/kernels/sparse-operand';
import { spmm } from '../../src/gnn/kernels/spmm/spmm';
import { measureContext, measureHop } from '../../src/gnn/measures/measure-hop';
import { nodeMeasures } from '../../src/gnn/measures/node-measures';
import { emptyReport } from '../../src/gnn/measures/report';
import { sumsOf } from '../../src/gnn/measures/sums-of';
import { adjacencyOf } from '../../src/graph/adjacency';
import { graphFromPlain } from '../../src/graph/from-plain';
import type { DenseMatrix } from '../../src/graph/graph';
import { seededRandom } from '../../src/graph/random';
import { medianTime } from './timing';

/** Milliseconds. */
export interface MeasureTimes {
  arcs: number;
  /** One sparse product on WASM, A X with A the graph's weighted adjacency. */
  spmm: number;
  /** All measures of one hop. */
  hop: number;
  /** Those that are sums over nodes, edges and pairs of nodes: all but colDiff, effectiveRank and numericalRank. */
  nodeLevel: number;
  /** What is built once a graph. */
  context: number;
}

const CLASSES = 7;

/** The measures of one hop against one sparse product of the same weighted graph and width; by turns, so that all see the same machine. */
export async function timeMeasures(nodes: number, edges: number, width: number): Promise<MeasureTimes> {
  await openWasm();
  const before = memory().numTensors;
  const random = seededRandom(1);
  const graph = graphFromPlain({
    nodes,
    edges: Array.from({ length: edges }, (): [number, number, number] => [
      random.below(nodes),
      random.below(nodes),
      0.5 + random.uniform(),
    ]),
    labels: Array.from({ length: nodes }, () => random.below(CLASSES)),
    classes: Array.from({ length: CLASSES }, (_, k) => `class ${k}`),
  });
  const data = Float32Array.from({ length: nodes * width }, () => random.normal());
  const embedding: DenseMatrix = { kind: 'dense', rows: nodes, columns: width, data };
  const { pointer, source, edge, arcCount } = adjacencyOf(graph);
  const operand = sparseOperand({ rows: nodes, columns: nodes, pointer, index: source });
  const weight = tensor1d(Float32Array.from(edge, (e) => graph.weight?.[e] ?? 1));
  const x = tensor2d(data, [nodes, width]);
  const started = performance.now();
  const context = measureContext(graph, 1);
  const built = performance.now() - started;
  const { structure } = context;
  const work = {
    spmm: () => spmm(operand, x, weight).dispose(),
    hop: () => measureHop(embedding, context, 1),
    nodeLevel: () => nodeMeasures(embedding, sumsOf(embedding, structure), structure, emptyReport()),
  };
  const times = { spmm: Number.POSITIVE_INFINITY, hop: Number.POSITIVE_INFINITY, nodeLevel: Number.POSITIVE_INFINITY };
  for (let turn = 0; turn < 3; turn++) {
    for (const name of ['spmm', 'hop', 'nodeLevel'] as const) {
      // The quietest turn: what else runs on the machine only ever adds.
      times[name] = Math.min(times[name], await medianTime(async () => work[name](), 5));
    }
  }
  for (const tensor of [x, weight]) tensor.dispose();
  operand.dispose();
  const left = memory().numTensors - before;
  if (left !== 0) throw new Error(`${left} tensors are left`);
  return { ...times, arcs: arcCount, context: built };
}
