import { add, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { bias, type Convolution, dense, propagate, weight } from './convolution';
import { linear } from './linear';
import { gcnMessages } from './normalised-messages';

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
  parameters: ({ inputs, outputs }) => ({ 'lin.weight': weight(outputs, inputs), bias: bias(outputs) }),
  messages: (graph, options) => [gcnMessages(graph, options)],
  forward({ x, propagation: [s], parameters }) {
    const w = parameters['lin.weight'];
    return w ? add(propagate(s, linear(x, w as Tensor2D)), parameters.bias as Tensor1D) : propagate(s, dense(x));
  },
};
