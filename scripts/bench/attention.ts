import {
  add,
  div,
  exp,
  expandDims,
  gather,
  leakyRelu,
  matMul,
  mul,
  reshape,
  scatterND,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
} from '@tensorflow/tfjs-core';
import { additiveScore } from '../../src/gnn/kernels/additive/additive-score';
import { sddmmAdd } from '../../src/gnn/kernels/sddmm/sddmm';
import { edgeSoftmax } from '../../src/gnn/kernels/softmax/edge-softmax';
import { type SparseOperand, sparseOperand } from '../../src/gnn/kernels/sparse-operand';
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

export interface AttentionShape {
  layer: 'gat' | 'gatv2';
  heads: number;
  /** Of one head. */
  width: number;
}

/** How one layer scores the messages, (entries, heads), by our kernels and by the stock operations. */
interface Scores {
  fused(): Tensor2D;
  composed(): Tensor2D;
}

interface Ends {
  operand: SparseOperand;
  /** (entries) where each message comes from and where it goes. */
  sources: Tensor1D;
  targets: Tensor1D;
}

const SLOPE = 0.2;

/**
 * The propagation of a layer with attention over A + I on the backend that is set, forward, by our kernels and by the stock
 * operations; what they are made of is mapped already. Reading back is included.
 */
export async function timeAttention(
  plain: PlainGraph,
  { layer, heads, width }: AttentionShape,
): Promise<AttentionTimes> {
  const { rows, pointer, source, target } = arcsOf(graphFromPlain(plain));
  const x = wave(rows, heads * width, 1);
  const operand = sparseOperand({ rows, columns: rows, pointer, index: source });
  const ends = { operand, sources: tensor1d(source, 'int32'), targets: tensor1d(target, 'int32') };
  const { fused: score, composed: stockScore } = layer === 'gat' ? gat(rows, heads, ends) : gatv2(x, heads, ends);
  const { sources, targets } = ends;
  // The one sum over segments that the library has on both backends.
  const into = expandDims(targets, 1);
  const segmentSum = (values: Tensor2D): Tensor2D => scatterND(into, values, [rows, values.shape[1]]);

  const fused = () => spmm(operand, x, edgeSoftmax(operand, score()));
  const composed = () => {
    const above: Tensor2D = exp(stockScore());
    const weight = div(above, gather(segmentSum(above), targets));
    const messages = mul(reshape(gather(x, sources), [source.length, heads, width]), expandDims(weight, 2));
    return segmentSum(reshape(messages, [source.length, heads * width]));
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

/** leaky(a_t · Wx_v + a_s · Wx_u). */
function gat(rows: number, heads: number, { operand, sources, targets }: Ends): Scores {
  const [hears, speaks] = [wave(rows, heads, 2), wave(rows, heads, 3)];
  return {
    fused: () => leakyRelu(sddmmAdd(operand, hears, speaks), SLOPE),
    composed: () => leakyRelu(add(gather(hears, targets), gather(speaks, sources)), SLOPE),
  };
}

/** a · leaky(y_v + x_u), which by the stock operations goes through a tensor of entries × columns. */
function gatv2(x: Tensor2D, heads: number, { operand, sources, targets }: Ends): Scores {
  const [rows, columns] = x.shape;
  const y = wave(rows, columns, 2);
  const attention: Tensor1D = reshape(wave(1, columns, 3), [columns]);
  // A head's columns of it, 0 elsewhere: the library's product is much faster than its sum over the columns of a head.
  const ofHead = tensor2d(
    Float32Array.from({ length: columns * heads }, (_, i) =>
      Math.floor((Math.floor(i / heads) * heads) / columns) === i % heads ? Math.sin(3 * Math.floor(i / heads)) : 0,
    ),
    [columns, heads],
  );
  return {
    fused: () => additiveScore(operand, { left: y, right: x, attention, edges: null, weight: null }, heads, SLOPE),
    composed: () => matMul(leakyRelu(add(gather(y, targets), gather(x, sources)), SLOPE), ofHead),
  };
}

function wave(rows: number, columns: number, by: number): Tensor2D {
  return tensor2d(
    Float32Array.from({ length: rows * columns }, (_, i) => Math.sin(by * i)),
    [rows, columns],
  );
}
