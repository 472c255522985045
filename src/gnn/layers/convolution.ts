import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { Graph } from '../../graph/graph';
import type { Recipe } from '../../recipe/recipe';
import type { SparseOperand, SparsePattern } from '../kernels/sparse-operand';
import { type Reduce, spmm } from '../kernels/spmm/spmm';

/** Node rows on the device: dense, or sparse as bag-of-words features are and stay. */
export type Features = Tensor2D | SparseRows;

export interface SparseRows {
  operand: SparseOperand;
  /** (entries), or null when every entry is 1. */
  value: Tensor1D | null;
  /**
   * Added to the product of these rows with a weight (F, C) → (N, C): how an output moves with rows that are never laid out
   * is asked by moving their products. Without it nothing is.
   */
  moved?(weight: Tensor2D): Tensor2D;
}

/** Who hears whom, by receiver, on the host: entry p of row v is a message from `pattern.index[p]`. */
export interface Messages {
  pattern: SparsePattern;
  /** (entries) the factor of each message, or null for 1. */
  coefficient: Float32Array | null;
  reduce: Reduce;
  /** (entries, D) row-major, what each edge says of itself, where the layer listens to that. */
  edges?: { columns: number; data: Float32Array } | null;
}

/** The same on the device. */
export interface Propagation {
  operand: SparseOperand;
  coefficient: Tensor1D | null;
  reduce: Reduce;
  /** (entries, D), or null. */
  edges: Tensor2D | null;
  /** (N, entries) with entry p in column p: what turns `edges` into rows of nodes; null without edges. */
  edgeOperand: SparseOperand | null;
}

export type Options = Recipe['options'];
/** Tensors of one layer, by the name they have inside PyG's module. */
export type LayerParameters = Record<string, Tensor>;

/** What the shapes of a layer's parameters depend on. */
export interface LayerShape {
  /** F_in. */
  inputs: number;
  /** F_out. */
  outputs: number;
  options: Options;
  /** K, the hops of the stack. */
  layers: number;
  /** Relations of the graph's edges; 1 where they have none. */
  relations: number;
  /** D, columns of the edge features the layer listens to; 0 where there are none. */
  edgeColumns: number;
  heads: number;
  /** Whether the heads stand side by side in F_out, else they are averaged. */
  concat: boolean;
}

/** What a layer is computed over. */
export interface GraphSize {
  nodes: number;
  /** Messages, of all its propagations. */
  entries: number;
}

/** Tensors that a layer makes and that stay until its hop is done. */
export interface Held {
  /** How many numbers they have together. */
  numbers: number;
  /** What they are, e.g. "the sums of 40 relations". */
  what: string;
}

/** One tensor of a layer before there is one. */
export interface ParameterSpec {
  shape: number[];
  /** Glorot-uniform over the last two dimensions, or every element this number, or these elements. */
  start: 'glorot' | number | readonly number[];
  /** A buffer: part of the state dict, not trained. */
  buffer?: true;
}

/** What a layer computes with. */
export interface LayerCall {
  /** (N, F_in). */
  x: Features;
  /** H⁰, dense unless the layer maps it first. */
  initial: Features;
  /** Which of the stack's K layers, from 0. */
  layer: number;
  layers: number;
  /** The propagations of `messages`, in its order. */
  propagation: Propagation[];
  parameters: LayerParameters;
  options: Options;
  heads: number;
  /** Whether the heads stand side by side in F_out, else they are averaged. */
  concat: boolean;
  /** Training alone: fixes what is dropped. */
  dropoutSeed: number | null;
  /** Most bytes the backend takes as one tensor: what is larger has to be computed in parts. */
  largestTensor: number;
}

/** One kind of layer. With no parameters (`{}`) `forward` is propagation alone, where the descriptor allows that. */
export interface Convolution {
  parameters(shape: LayerShape): Record<string, ParameterSpec>;
  /** Empty when rows do not hear each other. */
  messages(graph: Graph, options: Options): Messages[];
  /** (N, F_in) → (N, F_out); (N, F) → (N, F) without parameters. */
  forward(call: LayerCall): Tensor2D;
  /**
   * How much each node attends to each message, where the coefficients are not given by the graph: (entries, heads), in
   * groups of heads whose columns belong side by side.
   */
  attention?(call: LayerCall): Tensor2D[];
  /** How many tensors as large as its output `forward` makes, where that is not 3: they all stay until the hop is done. */
  copies?: number;
  /** What it makes besides, where that grows with something else. */
  held?(shape: LayerShape, size: GraphSize): Held;
  /** Whether sparse rows have to be laid out for it although it has weights. */
  needsDense?(options: Options): boolean;
  /** What is read out of H⁰…H^K, (N, F) each, where that is not H^K: the descriptor's `gathersHops`. */
  readout?(hops: Tensor2D[], parameters: LayerParameters, options: Options): Tensor2D;
}

/** A matrix that starts at Glorot's range. */
export function weight(...shape: number[]): ParameterSpec {
  return { shape, start: 'glorot' };
}

/** A vector that starts at 0. */
export function bias(length: number): ParameterSpec {
  return { shape: [length], start: 0 };
}

/** The parameter of that name; throws where the layer has none, which is a mistake in the layer. */
export function own<T extends Tensor = Tensor>(parameters: LayerParameters, name: string): T {
  const parameter = parameters[name];
  if (!parameter) throw new Error(`This layer has no parameter "${name}".`);
  return parameter as T;
}

/** Reduces the incoming rows of every node, (N, C) → (N, C). */
export function propagate({ operand, coefficient, reduce }: Propagation, rows: Tensor2D): Tensor2D {
  return spmm(operand, rows, coefficient, reduce);
}

export function isSparse(x: Features): x is SparseRows {
  return 'operand' in x;
}

/** Rows that have to be dense: the caller lays sparse ones out first. */
export function dense(x: Features): Tensor2D {
  if (isSparse(x)) throw new Error('This layer needs dense rows here: lay the sparse ones out first.');
  return x;
}
