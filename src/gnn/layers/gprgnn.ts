import { add, mul, slice1d, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { type Convolution, dense, propagate } from './convolution';
import { gcnMessages } from './normalised-messages';

/**
 * Generalised PageRank: Chien, Peng, Li & Milenkovic, "Adaptive Universal Generalized PageRank Graph Neural Network",
 * ICLR 2021, arXiv 2006.07988.
 *
 *   H^{k+1} = S H^k,   read out: Σ_{k=0…K} γ_k H^k,   S = D̃^-½ Ã D̃^-½
 *
 * Every hop is one propagation. γ is learned, from the shares of personalised PageRank on.
 * Options: `alpha` (0.1): γ_k = α (1 − α)^k at the start, and (1 − α)^K for the last.
 * Parameters, of all hops together: `temp` (K+1), which is γ. Without parameters γ stays at its start.
 * Shapes: (N, F) → (N, F).
 * Errors: sparse rows: lay them out first.
 */
export const gprgnn: Convolution = {
  parameters: ({ layers, options }) => ({ temp: { shape: [layers + 1], start: pageRank(layers, options.alpha) } }),
  messages: (graph) => [gcnMessages(graph, {})],
  forward: ({ x, propagation: [s] }) => propagate(s, dense(x)),
  readout(hops, parameters, options) {
    const start = pageRank(hops.length - 1, options.alpha);
    const share = (k: number) => (parameters.temp ? slice1d(parameters.temp as Tensor1D, k, 1) : start[k]);
    return hops.map((hop, k): Tensor2D => mul(hop, share(k))).reduce((sum, part) => add(sum, part));
  },
};

function pageRank(hops: number, option: unknown): number[] {
  const alpha = Number(option ?? 0.1);
  return Array.from({ length: hops + 1 }, (_, k) => (k === hops ? 1 : alpha) * (1 - alpha) ** k);
}
