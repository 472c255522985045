import { add, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { bias, type Convolution, dense, own, propagate, weight } from './convolution';
import { linear } from './linear';
import { gcnMessages } from './normalised-messages';

/**
 * Simple graph convolution: Wu et al., "Simplifying Graph Convolutional Networks", ICML 2019, arXiv 1902.07153.
 *
 *   H^K = S^K X Wᵀ + b,   S = D̃^-½ Ã D̃^-½
 *
 * Every hop is one propagation. Because S and W commute, W is in the first hop, where it makes the rows narrow and lets
 * sparse ones stay sparse, and b in the last.
 * Parameters, of all hops together: `lin.weight` (F_out, F_in), `lin.bias` (F_out). Without parameters H^K = S^K X.
 * Shapes: (N, F_in) → (N, F_out) in the first hop, (N, F_out) → (N, F_out) in the others.
 * Errors: sparse rows without parameters: lay them out first.
 */
export const sgc: Convolution = {
  parameters: ({ inputs, outputs }) => ({ 'lin.weight': weight(outputs, inputs), 'lin.bias': bias(outputs) }),
  messages: (graph) => [gcnMessages(graph, {})],
  forward({ x, layer, layers, propagation: [s], parameters }) {
    if (!parameters['lin.weight']) return propagate(s, dense(x));
    const rows = layer === 0 ? linear(x, own<Tensor2D>(parameters, 'lin.weight')) : dense(x);
    const hop = propagate(s, rows);
    return layer === layers - 1 ? add(hop, own<Tensor1D>(parameters, 'lin.bias')) : hop;
  },
};
