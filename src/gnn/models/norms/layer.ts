import { add, div, mean, mul, sqrt, square, sub, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { EPSILON, type NormLayer } from './norm';

/**
 * Layer norm of each node: Ba, Kiros & Hinton 2016, arXiv 1607.06450; PyG's `LayerNorm(mode='node')`.
 *
 *   γ (x − mean) / √(variance + ε) + β, over the columns of each row
 *
 * Parameters: `weight` (C), which is γ, and `bias` (C), β; 1 and 0 without.
 */
export const layer: NormLayer = {
  /** Centred, squared, divided, mapped, shifted; each row's mean and variance. */
  held: (columns) => ({ numbers: 5 * columns + 4 }),
  parameters: (columns) => ({ weight: { shape: [columns], start: 1 }, bias: { shape: [columns], start: 0 } }),
  apply(x, parameters) {
    const centred: Tensor2D = sub(x, mean(x, 1, true));
    const scaled: Tensor2D = div(centred, sqrt(add(mean(square(centred), 1, true), EPSILON)));
    if (!parameters.weight) return scaled;
    return add(mul(scaled, parameters.weight as Tensor1D), parameters.bias as Tensor1D);
  },
};
