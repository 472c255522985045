import { add, mul, sub, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { bias, type Convolution, own, type ParameterSpec, propagate, weight } from './convolution';
import { linear } from './linear';
import { chebyshevMessages } from './normalised-messages';

/**
 * Chebyshev spectral convolution: Defferrard, Bresson & Vandergheynst, "Convolutional Neural Networks on Graphs with Fast
 * Localized Spectral Filtering", NIPS 2016, arXiv 1606.09375.
 *
 *   H′ = Σ_{k<K} T_k(L̂) H W_kᵀ + b,   L̂ = −D^-½ A D^-½,   T_0 = I, T_1 = L̂, T_k = 2 L̂ T_{k−1} − T_{k−2}
 *
 * Options: `K` (3), the number of terms: a layer sees K − 1 hops. See `chebyshevMessages` for L̂.
 * Parameters: `lins.{k}.weight` (F_out, F_in) for k < K, `bias` (F_out).
 * Shapes: (N, F_in) → (N, F_out).
 * Errors: none of its own; identity weights are refused by the recipe.
 */
export const cheb: Convolution = {
  parameters({ inputs, outputs, options }) {
    const specs: Record<string, ParameterSpec> = { bias: bias(outputs) };
    for (let k = 0; k < termsOf(options.K); k++) specs[`lins.${k}.weight`] = weight(outputs, inputs);
    return specs;
  },
  messages: (graph) => [chebyshevMessages(graph)],
  /** Mapped, spread, doubled, added and subtracted, for each term. */
  held: ({ outputs, options }, { nodes }) => ({
    numbers: 5 * termsOf(options.K) * nodes * outputs,
    what: `the ${termsOf(options.K)} terms`,
  }),
  /** Clenshaw's recurrence over the mapped rows: K − 1 propagations as narrow as the output, and sparse rows stay sparse. */
  forward({ x, propagation: [laplacian], parameters, options }) {
    const mapped = (k: number) => linear(x, own<Tensor2D>(parameters, `lins.${k}.weight`));
    const spread = (rows: Tensor2D) => propagate(laplacian, rows);
    const terms = termsOf(options.K);
    let later: Tensor2D | null = null;
    let sum = mapped(terms - 1);
    for (let k = terms - 2; k >= 0; k--) {
      const factor = k === 0 ? 1 : 2;
      const next: Tensor2D = add(mapped(k), mul(spread(sum), factor));
      [sum, later] = [later ? sub(next, later) : next, sum];
    }
    return add(sum, own<Tensor1D>(parameters, 'bias'));
  },
};

function termsOf(option: unknown): number {
  return Number(option ?? 3);
}
