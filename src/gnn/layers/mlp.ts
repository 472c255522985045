import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { bias, type Convolution, weight } from './convolution';
import { linear } from './linear';

/**
 * No message passing: the baseline every comparison with a graph network needs.
 *
 *   h′_v = W h_v + b
 *
 * Parameters: `weight` (F_out, F_in), `bias` (F_out), as `torch.nn.Linear`.
 * Shapes: (N, F_in) → (N, F_out).
 * Errors: none of its own; identity weights are refused by the recipe.
 */
export const mlp: Convolution = {
  parameters: ({ inputs, outputs }) => ({ weight: weight(outputs, inputs), bias: bias(outputs) }),
  messages: () => [],
  forward: ({ x, parameters }) => linear(x, parameters.weight as Tensor2D, parameters.bias as Tensor1D),
};
