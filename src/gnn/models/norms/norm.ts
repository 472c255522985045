import { reshape, type Tensor, type Tensor2D, type Tensor3D, Variable } from '@tensorflow/tfjs-core';
import type { LayerParameters, ParameterSpec } from '../../layers/convolution';

/** ε of every norm, as in PyTorch Geometric. */
export const EPSILON = 1e-5;

/**
 * Where a norm takes its statistics from: `training`: the rows themselves, remembered a little every time; `evaluation`: what
 * is remembered; `calibration`: what the rows say is remembered whole, then used. The last is for weights nobody trained,
 * which have nothing to remember.
 */
export type Statistics = 'training' | 'evaluation' | 'calibration';

/** What stands between a convolution and its activation. Shapes: (N, C) → (N, C). */
export interface NormLayer {
  /**
   * How many numbers a node `apply` makes on its way, of C columns, which all stay until the hop is done, and what they are
   * where they are many. Rows in another shape count once more.
   */
  held(columns: number): { numbers: number; what?: string };
  /** By the names inside PyG's module; {} of them when the weights are the identity. */
  parameters(columns: number): Record<string, ParameterSpec>;
  /** @param copies how many times the graph stands in the rows, one copy after the other: none sees the nodes of another. */
  apply(x: Tensor2D, parameters: LayerParameters, statistics: Statistics, copies?: number): Tensor2D;
}

/** (copies · N, C) → (copies, N, C), so that a statistic over the nodes is one over axis 1. */
export function byCopy(x: Tensor2D, copies: number): Tensor3D {
  return reshape(x, [copies, -1, x.shape[1]]);
}

/** Gives a buffer its next value. */
export function remember(buffer: Tensor, value: Tensor): void {
  if (!(buffer instanceof Variable)) throw new Error('Only the buffers of a model can remember.');
  buffer.assign(value);
}
