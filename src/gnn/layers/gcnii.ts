import { add, matMul, mul, type Tensor2D } from '@tensorflow/tfjs-core';
import { type Convolution, dense, own, propagate, weight } from './convolution';
import { gcnMessages } from './normalised-messages';

/**
 * GCNII, graph convolution with initial residual and identity mapping: Chen et al., "Simple and Deep Graph Convolutional
 * Networks", ICML 2020, arXiv 2007.02133.
 *
 *   H′ = (1 − β) T + β T W,   T = (1 − α) S H + α H⁰,   S = D̃^-½ Ã D̃^-½,   β = ln(θ/ℓ + 1) in layer ℓ = 1, 2, …
 *
 * Options: `alpha` (0.1); `theta` (0.5); `sharedWeights` (true): without it H⁰'s share of T has a matrix of its own.
 * Parameters: `weight1` (F, F), laid out (in, out), and `weight2` (F, F) when the weights are not shared.
 * Shapes: (N, F) → (N, F).
 * Errors: sparse rows: lay them out first.
 */
export const gcnii: Convolution = {
  parameters: ({ inputs, options }) => ({
    weight1: weight(inputs, inputs),
    ...(options.sharedWeights === false ? { weight2: weight(inputs, inputs) } : {}),
  }),
  messages: (graph) => [gcnMessages(graph, {})],
  copies: 8,
  forward({ x, initial, layer, propagation: [s], parameters, options }) {
    const alpha = Number(options.alpha ?? 0.1);
    const beta = Math.log(Number(options.theta ?? 0.5) / (layer + 1) + 1);
    const mapped = (rows: Tensor2D, name: string): Tensor2D =>
      add(mul(rows, 1 - beta), mul(matMul(rows, own<Tensor2D>(parameters, name)), beta));
    const heard: Tensor2D = mul(propagate(s, dense(x)), 1 - alpha);
    const home: Tensor2D = mul(dense(initial), alpha);
    if (options.sharedWeights === false) return add(mapped(heard, 'weight1'), mapped(home, 'weight2'));
    return mapped(add(heard, home), 'weight1');
  },
};
