import {
  add,
  div,
  exp,
  expandDims,
  gather,
  leakyRelu,
  mul,
  ready,
  reshape,
  setBackend,
  type Tensor,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
  unsortedSegmentSum,
} from '@tensorflow/tfjs-core';
import { sddmmAdd } from '../../src/gnn/kernels/sddmm/sddmm';
import { edgeSoftmax } from '../../src/gnn/kernels/softmax/edge-softmax';
import { sparseOperand } from '../../src/gnn/kernels/sparse-operand';
import { spmm } from '../../src/gnn/kernels/spmm/spmm';
import { graphFromPlain } from '../../src/graph/from-plain';
import type { PlainGraph } from '../../src/graph/plain';
import { arcsOf } from './arcs';
import { medianTime } from './timing';

export interface AttentionTimes {
  arcs: number;
  fused: number;
  composed: number;
  /** Largest difference between the two results. */
  difference: number;
}

const SLOPE = 0.2;

/** GAT's propagation over A + I on WebGPU, by our kernels and by the stock operations. Reading back is included. */
export async function timeAttention(plain: PlainGraph, heads: number, width: number): Promise<AttentionTimes> {
  await setBackend('webgpu');
  await ready();
  const { rows, pointer, source, target } = arcsOf(graphFromPlain(plain));
  const wave = (columns: number, by: number) =>
    tensor2d(
      Float32Array.from({ length: rows * columns }, (_, i) => Math.sin(by * i)),
      [rows, columns],
    );
  const [x, hears, speaks] = [wave(heads * width, 1), wave(heads, 2), wave(heads, 3)];
  const operand = sparseOperand({ rows, columns: rows, pointer, index: source });
  const [sources, targets] = [tensor1d(source, 'int32'), tensor1d(target, 'int32')];

  const fused = () => {
    const score: Tensor2D = leakyRelu(sddmmAdd(operand, hears, speaks), SLOPE);
    return spmm(operand, x, edgeSoftmax(operand, score));
  };
  const composed = () => {
    const above = exp(leakyRelu(add(gather(hears, targets), gather(speaks, sources)), SLOPE));
    const weight = div(above, gather(unsortedSegmentSum(above, targets, rows), targets));
    const rowsHeard = reshape(gather(x, sources), [source.length, heads, width]);
    const messages = reshape(mul(rowsHeard, expandDims(weight, 2)), [source.length, heads * width]);
    return unsortedSegmentSum(messages, targets, rows);
  };
  const read = async (compute: () => Tensor) => {
    const result = tidy(compute);
    const data = await result.data();
    result.dispose();
    return data as Float32Array;
  };
  const [ours, stock] = [await read(fused), await read(composed)];
  return {
    arcs: source.length,
    difference: ours.reduce((most, value, i) => Math.max(most, Math.abs(value - stock[i])), 0),
    fused: await medianTime(() => read(fused), 15),
    composed: await medianTime(() => read(composed), 5),
  };
}
