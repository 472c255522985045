import { type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import type { LayerParameters } from '../layers/convolution';
import { tensorsOnDevice } from '../models/device';
import { treatsColumnsAlike } from './alike';
import { copiesWithin, TOGETHER } from './budget';
import type { Checkpoint } from './checkpoint';
import { arrived, type Derivative, disposeDerivative, rowLengths, throughLayer } from './derivative';
import { nodesThatMatter, refuseUnknown } from './field';
import { openPart, type Traced } from './pull-back';

/**
 * How much each node's input moves one node's embedding: ‖∂h_v^(k)/∂h_u^(0)‖_F for every u. Influence is Xu et al.'s (2018,
 * 1806.03536), who sum the sizes of the entries of this Jacobian; its norms are what over-squashing is told by (Topping et al.
 * 2022, 2111.14522). Exact, by reverse mode at the numbers of the trace, in evaluation mode: nothing is dropped, and norms hold
 * the statistics they remember fast. h⁰ is what the encoder gives, where there is one.
 *
 * One backward pass a column of h_v^(k), as many at once as fit; one alone where the layers treat all columns alike. Beyond
 * what the node hears from nothing is computed, for there it is 0.
 *
 * @param together numbers that a tensor of several columns may have.
 * @returns (N). Throws when the node or the hop is not there, when one layer needs more than the budget, and when a derivative
 * leaves the range of 32-bit numbers.
 */
export async function influenceOn(
  trace: Traced,
  node: number,
  hop: number,
  checkpoint: Checkpoint,
  together = TOGETHER,
): Promise<Float32Array> {
  refuseUnknown(trace, node, hop);
  const nodes = nodesThatMatter(trace, [node], hop, 0);
  const parameters = tensorsOnDevice(trace.parameters);
  try {
    const shared = await throughAlike(trace, parameters.value, nodes, node, hop);
    const lengths =
      shared.hop === 0
        ? sharedLengths(trace, shared)
        : await throughColumns(trace, parameters.value, nodes, shared, { checkpoint, together });
    if (!lengths.every(Number.isFinite)) {
      throw new Error('A derivative left the range of 32-bit numbers. Take a smaller gain, fewer hops, or a norm.');
    }
    const influence = new Float32Array(trace.graph.nodeCount);
    nodes.forEach((each, i) => {
      // What a virtual node starts from is no node's input.
      if (each < influence.length) influence[each] = lengths[i];
    });
    return influence;
  } finally {
    parameters.dispose();
  }
}

/** ∂h_v^(k)/∂h_u^(hop) as far as it is a number times the identity: that number for each of the nodes. */
interface Shared {
  hop: number;
  /** (nodes) */
  previous: Float32Array;
  /** (nodes) the same by H⁰, of the layers that looked back at it; null when none has. */
  initial: Float32Array | null;
}

/** From the top down for as long as the layers treat all columns alike: one column, one pass. */
async function throughAlike(
  trace: Traced,
  parameters: LayerParameters,
  nodes: Int32Array,
  node: number,
  top: number,
): Promise<Shared> {
  const unit = Float32Array.from(nodes, (each) => (each === node ? 1 : 0));
  const alike = (hop: number) => hop > 0 && treatsColumnsAlike(trace.recipe, hop - 1);
  if (!alike(top)) return { hop: top, previous: unit, initial: null };
  copiesWithin(trace, nodes.length, 1);
  const part = await openPart(trace, parameters, { nodes, copies: 1, oneColumn: true });
  let derivative: Derivative = { previous: tensor2d(unit, [nodes.length, 1]), initial: null };
  let hop = top;
  try {
    for (; alike(hop); hop--) derivative = throughLayer(part, hop - 1, derivative);
    const read = async (rows: Tensor2D | null) => (rows ? ((await rows.data()) as Float32Array) : null);
    const previous = (await read(derivative.previous)) ?? unit;
    return { hop, previous, initial: await read(derivative.initial) };
  } finally {
    disposeDerivative(derivative);
    part.dispose();
  }
}

/** |s| √C, the norm of s times the identity of C columns. */
function sharedLengths({ hops }: Traced, { previous, initial }: Shared): Float64Array {
  const root = Math.sqrt(hops[0].columns);
  return Float64Array.from(previous, (own, i) => root * Math.abs(own + (initial?.[i] ?? 0)));
}

/** The rest of the way, a column a copy. @returns (nodes) */
async function throughColumns(
  trace: Traced,
  parameters: LayerParameters,
  nodes: Int32Array,
  shared: Shared,
  { checkpoint, together }: { checkpoint: Checkpoint; together: number },
): Promise<Float64Array> {
  const { columns } = trace.hops[shared.hop];
  const copies = Math.min(columns, copiesWithin(trace, nodes.length, shared.hop, together));
  const passes = Math.ceil(columns / copies);
  const squares = new Float64Array(nodes.length);
  const part = await openPart(trace, parameters, { nodes, copies, oneColumn: false });
  let derivative: Derivative | null = null;
  try {
    for (let pass = 0; pass < passes; pass++) {
      const started = (rows: ArrayLike<number>) => columnsOf(rows, columns, pass * copies, copies);
      derivative = { previous: started(shared.previous), initial: shared.initial && started(shared.initial) };
      for (let layer = shared.hop - 1; layer >= 0; layer--) {
        derivative = throughLayer(part, layer, derivative);
        await checkpoint((pass + (shared.hop - layer) / (shared.hop + 1)) / passes);
      }
      const rows = arrived(derivative);
      derivative = { previous: rows, initial: null };
      const lengths = rowLengths(rows);
      const read = await lengths.data();
      lengths.dispose();
      read.forEach((length, i) => {
        squares[i % nodes.length] += length * length;
      });
      disposeDerivative(derivative);
      derivative = null;
    }
    await checkpoint(1);
    return squares.map(Math.sqrt);
  } finally {
    if (derivative) disposeDerivative(derivative);
    part.dispose();
  }
}

/** `rows` (nodes) times the identity of so many columns: column `first` in copy 0, the next in copy 1, …; past the last, 0. */
function columnsOf(rows: ArrayLike<number>, columns: number, first: number, copies: number): Tensor2D {
  const data = new Float32Array(copies * rows.length * columns);
  for (let copy = 0; copy < copies && first + copy < columns; copy++) {
    for (let i = 0; i < rows.length; i++) data[(copy * rows.length + i) * columns + first + copy] = rows[i];
  }
  return tensor2d(data, [copies * rows.length, columns]);
}
