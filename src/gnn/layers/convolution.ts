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
}

/** Who hears whom, by receiver, on the host: entry p of row v is a message from `pattern.index[p]`. */
export interface Messages {
  pattern: SparsePattern;
  /** (entries) the factor of each message, or null for 1. */
  coefficient: Float32Array | null;
  reduce: Reduce;
}

/** The same on the device. */
export interface Propagation {
  operand: SparseOperand;
  coefficient: Tensor1D | null;
  reduce: Reduce;
}

export type Options = Recipe['options'];
/** Tensors of one layer, by the name they have inside PyG's module. */
export type LayerParameters = Record<string, Tensor>;

/** One kind of layer. With no parameters (`{}`) `forward` is propagation alone, where the descriptor allows that. */
export interface Convolution {
  /** Shapes by name; a name that ends in "bias" starts at 0, the others at Glorot. */
  parameters(inputWidth: number, outputWidth: number, options: Options): Record<string, number[]>;
  /** Null when rows do not hear each other. Computed once a graph and set of options. */
  messages(graph: Graph, options: Options): Messages | null;
  /** (N, F_in) → (N, F_out); (N, F) → (N, F) without parameters. */
  forward(x: Features, propagation: Propagation | null, parameters: LayerParameters): Tensor2D;
}

/** Reduces the incoming rows of every node, (N, C) → (N, C). */
export function propagate({ operand, coefficient, reduce }: Propagation, rows: Tensor2D): Tensor2D {
  return spmm(operand, rows, coefficient, reduce);
}

export function isSparse(x: Features): x is SparseRows {
  return 'operand' in x;
}
