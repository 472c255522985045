import { add, matMul, mul, sub, type Tensor1D, type Tensor2D, tanh, transpose } from '@tensorflow/tfjs-core';
import { bias, type Convolution, dense, own, propagate, weight } from './convolution';
import { linear } from './linear';
import { gcnMessages } from './normalised-messages';

/**
 * Anti-symmetric deep graph network: Gravina, Bacciu & Gallicchio, "Anti-Symmetric DGN: a stable architecture for Deep Graph
 * Networks", ICLR 2023, arXiv 2210.09789.
 *
 *   H′ = H + ε tanh(H (W − Wᵀ − γI)ᵀ + S H Vᵀ + b),   S = D̃^-½ Ã D̃^-½
 *
 * Options: `eps` (0.1), the step; `gamma` (0.1), the damping.
 * Parameters: `W` (F, F), `bias` (F), `eye` (F, F), a buffer, which is I, and `phi.lin.weight` (F, F), which is V.
 * Shapes: (N, F) → (N, F).
 * Errors: sparse rows: lay them out first.
 */
export const antisymmetric: Convolution = {
  parameters: ({ inputs }) => ({
    W: weight(inputs, inputs),
    bias: bias(inputs),
    eye: { shape: [inputs, inputs], start: identity(inputs), buffer: true },
    'phi.lin.weight': weight(inputs, inputs),
  }),
  messages: (graph) => [gcnMessages(graph, {})],
  copies: 9,
  forward({ x, propagation: [s], parameters, options }) {
    const rows = dense(x);
    const w = own<Tensor2D>(parameters, 'W');
    const damping: Tensor2D = mul(own<Tensor2D>(parameters, 'eye'), Number(options.gamma ?? 0.1));
    const turned: Tensor2D = matMul(rows, sub(sub(w, transpose(w)), damping), false, true);
    const heard = propagate(s, linear(rows, own<Tensor2D>(parameters, 'phi.lin.weight')));
    const change: Tensor2D = tanh(add(add(turned, heard), own<Tensor1D>(parameters, 'bias')));
    return add(rows, mul(change, Number(options.eps ?? 0.1)));
  },
};

function identity(size: number): number[] {
  return Array.from({ length: size * size }, (_, i) => (i % (size + 1) === 0 ? 1 : 0));
}
