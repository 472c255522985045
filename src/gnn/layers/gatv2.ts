import { add, leakyRelu, reshape, type Tensor1D, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { additiveScore } from '../kernels/additive/additive-score';
import { sddmmAdd } from '../kernels/sddmm/sddmm';
import { edgeSoftmax } from '../kernels/softmax/edge-softmax';
import { attend, headWidth, joinHeads, loopedMessages, perHead } from './attention';
import { bias, type Convolution, type LayerCall, own, type ParameterSpec, weight } from './convolution';
import { linear } from './linear';

/**
 * GATv2: Brody, Alon & Yahav, "How Attentive are Graph Attention Networks?", ICLR 2022, arXiv 2105.14491.
 *
 *   h′_v = Σ_{u → v} a_vu x_u + b,   a_v = softmax_u c · leaky_0.2(x_u + y_v + W_e e_uv),   x = W_l h + b_l,  y = W_r h + b_r
 *
 * per head, over the incoming edges without self-loops and the node itself; the added loop's features are the mean of the
 * incoming ones. The bias b comes after the heads are joined.
 * Options: `concat` (true), heads side by side or their mean; `edgeFeatures` (true), whether e_uv takes part where there is one
 * (the scores then need entries × heads × C numbers); `attentionDropout` (0), in training.
 * Parameters: `att` (1, heads, C), `lin_l.weight` and `lin_r.weight` (heads · C, F_in), `lin_l.bias` and `lin_r.bias`
 * (heads · C), `bias` (F_out), with edge features `lin_edge.weight` (heads · C, D); C = F_out/heads side by side, F_out averaged.
 * Shapes: (N, F_in) → (N, F_out).
 * Errors: none of its own; widths that the heads do not divide and identity weights are refused by the recipe.
 */
export const gatv2: Convolution = {
  parameters(shape) {
    const { inputs, outputs, heads, edgeColumns } = shape;
    const width = heads * headWidth(shape);
    const specs: Record<string, ParameterSpec> = {
      att: weight(1, heads, width / heads),
      bias: bias(outputs),
      'lin_l.weight': weight(width, inputs),
      'lin_l.bias': bias(width),
      'lin_r.weight': weight(width, inputs),
      'lin_r.bias': bias(width),
    };
    return edgeColumns === 0 ? specs : { ...specs, 'lin_edge.weight': weight(width, edgeColumns) };
  },
  messages: (graph, options) => [loopedMessages(graph, options)],
  forward(call) {
    const source = side(call, 'lin_l');
    const heard = attend(call, call.propagation[0], attention(call, source), source);
    return add(joinHeads(heard, call.heads, call.concat), own<Tensor1D>(call.parameters, 'bias'));
  },
  attention: (call) => attention(call, side(call, 'lin_l')),
};

/** (N, heads · C). */
function side({ x, parameters }: LayerCall, name: 'lin_l' | 'lin_r'): Tensor2D {
  return linear(x, own<Tensor2D>(parameters, `${name}.weight`), own<Tensor1D>(parameters, `${name}.bias`));
}

/** (entries, heads). */
function attention(call: LayerCall, source: Tensor2D): Tensor2D {
  const { parameters, heads } = call;
  const [{ operand, edges }] = call.propagation;
  const vector = own<Tensor3D>(parameters, 'att');
  const target = side(call, 'lin_r');
  if (!edges) {
    return edgeSoftmax(operand, additiveScore(operand, target, source, reshape(vector, [-1]), heads));
  }
  const met: Tensor2D = add(
    sddmmAdd(operand, target, source),
    linear(edges, own<Tensor2D>(parameters, 'lin_edge.weight')),
  );
  return edgeSoftmax(operand, perHead(leakyRelu(met, 0.2), vector));
}
