import { add, div, maximum, mean, sqrt, square, sub, sum, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { EPSILON, type NormLayer } from './norm';

/**
 * PairNorm: Zhao & Akoglu, "PairNorm: Tackling Oversmoothing in GNNs", ICLR 2020, arXiv 1909.12223. Columns centred, then all
 * rows by one number: x_c / √(ε + mean_v ‖x_c‖²). It sees the whole graph. No parameters.
 */
export const pair: NormLayer = {
  parameters: () => ({}),
  apply(x) {
    const centred = centreColumns(x);
    const meanSquare: Tensor = mean(sum(square(centred), 1));
    return div(centred, sqrt(add(meanSquare, EPSILON)));
  },
};

/** Far below what ε leaves to be seen of a length's square. */
const TINY = 1e-30;

/** PairNorm-SI, each row by its own length instead: x_c / (ε + ‖x_c‖). */
export const pairSi: NormLayer = {
  parameters: () => ({}),
  apply(x) {
    const centred = centreColumns(x);
    // The root has no slope at 0: a row at the centre would give every weight the gradient ∞ · 0. PyTorch's norm gives it 0.
    const squares = maximum(sum<Tensor2D>(square(centred), 1, true), TINY);
    return div(centred, add(sqrt(squares), EPSILON));
  },
};

function centreColumns(x: Tensor2D): Tensor2D {
  return sub(x, mean(x, 0, true));
}
