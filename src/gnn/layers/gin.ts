import { add, mul, relu, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { adjacencyOf } from '../../graph/adjacency';
import { bias, type Convolution, own, propagate, weight } from './convolution';
import { linear } from './linear';

/**
 * Graph isomorphism network: Xu, Hu, Leskovec & Jegelka, "How Powerful are Graph Neural Networks?", ICLR 2019,
 * arXiv 1810.00826.
 *
 *   h′_v = W₂ relu(W₁ ((1 + ε) h_v + Σ_{u → v} h_u) + b₁) + b₂
 *
 * Edges as they are: no self-loops added, duplicates add, weights not used.
 * Options: `eps` (0), the start of ε; `trainEps` (false), whether training changes it.
 * Parameters: `eps` (1), a buffer unless trained; `nn.0.weight` (F_out, F_in), `nn.0.bias` (F_out), `nn.2.weight`
 * (F_out, F_out), `nn.2.bias` (F_out).
 * Shapes: (N, F_in) → (N, F_out).
 * Errors: none of its own; identity weights are refused by the recipe.
 */
export const gin: Convolution = {
  parameters: ({ inputs, outputs, options }) => ({
    eps: { shape: [1], start: Number(options.eps ?? 0), ...(options.trainEps === true ? {} : { buffer: true }) },
    'nn.0.weight': weight(outputs, inputs),
    'nn.0.bias': bias(outputs),
    'nn.2.weight': weight(outputs, outputs),
    'nn.2.bias': bias(outputs),
  }),
  messages(graph) {
    const { nodeCount, pointer, source } = adjacencyOf(graph);
    return [
      { pattern: { rows: nodeCount, columns: nodeCount, pointer, index: source }, coefficient: null, reduce: 'sum' },
    ];
  },
  copies: 9,
  forward({ x, propagation: [neighbours], parameters }) {
    // W₁ is linear, so the rows are mapped first: sparse ones stay sparse, and the sums are as narrow as the output.
    const mapped = linear(x, own<Tensor2D>(parameters, 'nn.0.weight'));
    const self: Tensor2D = mul(mapped, add(own<Tensor1D>(parameters, 'eps'), 1));
    const sum: Tensor2D = add(add(self, propagate(neighbours, mapped)), own<Tensor1D>(parameters, 'nn.0.bias'));
    return linear(relu(sum), own<Tensor2D>(parameters, 'nn.2.weight'), own<Tensor1D>(parameters, 'nn.2.bias'));
  },
};
