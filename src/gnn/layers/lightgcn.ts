import { add, div, type Tensor2D } from '@tensorflow/tfjs-core';
import { type Convolution, dense, propagate } from './convolution';
import { lightMessages } from './normalised-messages';

/**
 * LightGCN: He et al., "LightGCN: Simplifying and Powering Graph Convolution Network for Recommendation", SIGIR 2020,
 * arXiv 2002.02126.
 *
 *   H^{k+1} = S₀ H^k,   read out: mean_{k=0…K} H^k,   S₀ = D^-½ A D^-½
 *
 * Every hop is one propagation. No self-loops are added; given ones are edges like any other.
 * Parameters: none; what is learned is the encoder.
 * Shapes: (N, F) → (N, F).
 * Errors: sparse rows: lay them out first.
 */
export const lightgcn: Convolution = {
  parameters: () => ({}),
  messages: (graph) => [lightMessages(graph)],
  forward: ({ x, propagation: [s] }) => propagate(s, dense(x)),
  readout: (hops) =>
    div<Tensor2D>(
      hops.reduce((sum, hop) => add(sum, hop)),
      hops.length,
    ),
};
