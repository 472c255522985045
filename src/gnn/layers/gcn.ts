import { add, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { type Convolution, isSparse, propagate } from './convolution';
import { gcnMessages } from './gcn-messages';
import { linear } from './linear';

/**
 * Graph convolution: Kipf & Welling, "Semi-Supervised Classification with Graph Convolutional Networks", ICLR 2017,
 * arXiv 1609.02907.
 *
 *   H′ = S H Wᵀ + b,   S = D̃^-½ Ã D̃^-½
 *
 * Options: `improved` (false), see `gcnMessages`.
 * Parameters: `lin.weight` (F_out, F_in), `bias` (F_out). Without parameters H′ = S H.
 * Shapes: (N, F_in) → (N, F_out).
 * Errors: sparse rows without parameters, since S H is dense: lay them out first.
 */
export const gcn: Convolution = {
  parameters: (inputWidth, outputWidth) => ({ 'lin.weight': [outputWidth, inputWidth], bias: [outputWidth] }),
  messages: (graph, options) => gcnMessages(graph, options.improved === true),
  forward(x, propagation, parameters) {
    if (!propagation) throw new Error('GCN needs its propagation S.');
    const weight = parameters['lin.weight'];
    if (!weight) {
      if (isSparse(x)) throw new Error('GCN without parameters needs dense rows.');
      return propagate(propagation, x);
    }
    const propagated = propagate(propagation, linear(x, weight as Tensor2D));
    return add(propagated, parameters.bias as Tensor1D);
  },
};
