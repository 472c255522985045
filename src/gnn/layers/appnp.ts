import { add, mul } from '@tensorflow/tfjs-core';
import { type Convolution, dense, propagate } from './convolution';
import { gcnMessages } from './normalised-messages';

/**
 * Approximate personalised propagation: Gasteiger, Bojchevski & Günnemann, "Predict then Propagate", ICLR 2019,
 * arXiv 1810.05997.
 *
 *   H^{k+1} = (1 − α) S H^k + α H⁰,   S = D̃^-½ Ã D̃^-½
 *
 * Every hop is one propagation; what predicts is the encoder.
 * Options: `alpha` (0.1), the chance to teleport home.
 * Parameters: none.
 * Shapes: (N, F) → (N, F).
 * Errors: sparse rows: lay them out first.
 */
export const appnp: Convolution = {
  parameters: () => ({}),
  messages: (graph) => [gcnMessages(graph, {})],
  copies: 4,
  forward({ x, initial, propagation: [s], options }) {
    const alpha = Number(options.alpha ?? 0.1);
    return add(mul(propagate(s, dense(x)), 1 - alpha), mul(dense(initial), alpha));
  },
};
