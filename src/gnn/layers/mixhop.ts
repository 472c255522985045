import { add, concat, split, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { bias, type Convolution, own, propagate, weight } from './convolution';
import { linear } from './linear';
import { gcnMessages } from './normalised-messages';

/** The powers of S side by side. */
const POWERS = 3;

/**
 * MixHop: Abu-El-Haija et al., "MixHop: Higher-Order Graph Convolutional Architectures via Sparsified Neighborhood Mixing",
 * ICML 2019, arXiv 1905.00067.
 *
 *   H′ = [H W₀ᵀ, S H W₁ᵀ, S² H W₂ᵀ] + b,   S = D̃^-½ Ã D̃^-½
 *
 * Parameters: `lins.{p}.weight` (F_out/3, F_in) for p < 3, `bias` (F_out).
 * Shapes: (N, F_in) → (N, F_out), F_out a multiple of 3.
 * Errors: none of its own; other widths and identity weights are refused by the recipe.
 */
export const mixhop: Convolution = {
  parameters: ({ inputs, outputs }) => ({
    bias: bias(outputs),
    'lins.0.weight': weight(outputs / POWERS, inputs),
    'lins.1.weight': weight(outputs / POWERS, inputs),
    'lins.2.weight': weight(outputs / POWERS, inputs),
  }),
  messages: (graph) => [gcnMessages(graph, {})],
  copies: 6,
  forward({ x, propagation: [s], parameters }) {
    const [zero, one, two] = [0, 1, 2].map((p) => linear(x, own<Tensor2D>(parameters, `lins.${p}.weight`)));
    // Both powers share the first propagation.
    const [first, halfway]: Tensor2D[] = split(propagate(s, concat([one, two], 1)), 2, 1);
    return add(concat([zero, first, propagate(s, halfway)], 1), own<Tensor1D>(parameters, 'bias'));
  },
};
