import {
  add,
  matMul,
  relu,
  type Scalar,
  square,
  sum,
  type Tensor1D,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
  train,
  variable,
} from '@tensorflow/tfjs-core';
import { openWasm } from '../../src/engine/wasm';
import { sparseOperand } from '../../src/gnn/kernels/sparse-operand';
import { spmm } from '../../src/gnn/kernels/spmm/spmm';
import { seededRandom } from '../../src/graph/random';
import { medianTime } from './timing';
import '@tensorflow/tfjs-core/dist/register_all_gradients';

export interface LargeTimes {
  spmm: number;
  forward: number;
  trainStep: number;
}

/** A random graph on WASM: one SpMM, the forward pass of two GCN layers (biases, ReLU between) and a step of Adam on them. */
export async function timeLarge(nodes: number, arcs: number, width: number): Promise<LargeTimes> {
  await openWasm();
  const random = seededRandom(1);
  const target = Int32Array.from({ length: arcs }, () => random.below(nodes)).sort();
  const source = target.map(() => random.below(nodes));
  const pointer = new Int32Array(nodes + 1);
  for (const v of target) pointer[v + 1]++;
  for (let v = 0; v < nodes; v++) pointer[v + 1] += pointer[v];

  const wave = (length: number) => Float32Array.from({ length }, (_, i) => Math.sin(i) / 8);
  const graph = sparseOperand({ rows: nodes, columns: nodes, pointer, index: source });
  const coefficient = tensor1d(wave(arcs));
  const x = tensor2d(wave(nodes * width), [nodes, width]);
  const layers = [1, 2].map(() => ({
    weight: variable<Tensor2D['rankType']>(tensor2d(wave(width * width), [width, width])),
    bias: variable<Tensor1D['rankType']>(tensor1d(wave(width))),
  }));
  const layer = (h: Tensor2D, { weight, bias }: (typeof layers)[number]): Tensor2D =>
    add(spmm(graph, matMul(h, weight, false, true), coefficient), bias);
  const forward = () => layer(relu(layer(x, layers[0])), layers[1]);
  const adam = train.adam(0.01);

  return {
    spmm: await medianTime(async () => tidy(() => void spmm(graph, x, coefficient)), 7),
    forward: await medianTime(async () => tidy(() => void forward()), 7),
    trainStep: await medianTime(async () => void adam.minimize(() => sum(square(forward())) as Scalar), 5),
  };
}
