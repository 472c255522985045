import {
  add,
  div,
  maximum,
  mean,
  reshape,
  sqrt,
  square,
  sub,
  sum,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import { byCopy, EPSILON, type NormLayer } from './norm';

/**
 * PairNorm: Zhao & Akoglu, "PairNorm: Tackling Oversmoothing in GNNs", ICLR 2020, arXiv 1909.12223. Columns centred, then all
 * rows by one number: x_c / √(ε + mean_v ‖x_c‖²). It sees the whole graph. No parameters.
 */
export const pair: NormLayer = {
  held: heldByPair,
  parameters: () => ({}),
  apply(x, _parameters, _statistics, copies = 1) {
    const centred = centreColumns(x, copies);
    const meanSquare: Tensor3D = mean(sum(square(centred), 2, true), 1, true);
    return reshape(div(centred, sqrt(add(meanSquare, EPSILON))), x.shape);
  },
};

/** Far below what ε leaves to be seen of a length's square. */
const TINY = 1e-30;

/** PairNorm-SI, each row by its own length instead: x_c / (ε + ‖x_c‖). */
export const pairSi: NormLayer = {
  held: heldByPair,
  parameters: () => ({}),
  apply(x, _parameters, _statistics, copies = 1) {
    const centred = centreColumns(x, copies);
    // The root has no slope at 0: a row at the centre would give every weight the gradient ∞ · 0. PyTorch's norm gives it 0.
    const squares = maximum(sum(square(centred), 2, true), TINY);
    return reshape(div(centred, add(sqrt(squares), EPSILON)), x.shape);
  },
};

/** Copy by copy, centred, squared, divided, as they were; each row's length. */
function heldByPair(columns: number): { numbers: number } {
  return { numbers: 5 * columns + 4 };
}

function centreColumns(x: Tensor2D, copies: number): Tensor3D {
  const rows = byCopy(x, copies);
  return sub(rows, mean(rows, 1, true));
}
