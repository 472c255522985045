import { add, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { adjacencyOf } from '../../graph/adjacency';
import { bias, type Convolution, own, propagate, weight } from './convolution';
import { linear } from './linear';

/**
 * Graph convolution of "Weisfeiler and Leman Go Neural", Morris et al., AAAI 2019, arXiv 1810.02244.
 *
 *   h′_v = W_rel Σ_{u → v} w_vu h_u + b + W_root h_v
 *
 * Edges as they are: no self-loops added, duplicates add, weights count.
 * Parameters: `lin_rel.weight` (F_out, F_in), `lin_rel.bias` (F_out), `lin_root.weight` (F_out, F_in).
 * Shapes: (N, F_in) → (N, F_out).
 * Errors: none of its own; identity weights are refused by the recipe.
 */
export const graphconv: Convolution = {
  parameters: ({ inputs, outputs }) => ({
    'lin_rel.weight': weight(outputs, inputs),
    'lin_rel.bias': bias(outputs),
    'lin_root.weight': weight(outputs, inputs),
  }),
  messages(graph) {
    const { nodeCount, pointer, source, edge } = adjacencyOf(graph);
    const coefficient = graph.weight && Float32Array.from(edge, (e) => graph.weight?.[e] ?? 1);
    return [{ pattern: { rows: nodeCount, columns: nodeCount, pointer, index: source }, coefficient, reduce: 'sum' }];
  },
  copies: 5,
  forward({ x, propagation: [neighbours], parameters }) {
    const sum = propagate(neighbours, linear(x, own<Tensor2D>(parameters, 'lin_rel.weight')));
    const root = linear(x, own<Tensor2D>(parameters, 'lin_root.weight'), own<Tensor1D>(parameters, 'lin_rel.bias'));
    return add(sum, root);
  },
};
