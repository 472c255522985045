import { add, reshape, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { additiveScore } from '../kernels/additive/additive-score';
import { edgeSoftmax } from '../kernels/softmax/edge-softmax';
import { attend, loopedMessages } from './attention';
import { bias, type Convolution, own, type ParameterSpec, weight } from './convolution';
import { byHeads, type HeadGroup, headWidth, heldByHeads, joinHeads } from './heads';
import { linear } from './linear';

/**
 * GATv2: Brody, Alon & Yahav, "How Attentive are Graph Attention Networks?", ICLR 2022, arXiv 2105.14491.
 *
 *   h′_v = Σ_{u → v} a_vu x_u + b,   a_v = softmax_u c · leaky_0.2(x_u + y_v + W_e e_uv),   x = W_l h + b_l,  y = W_r h + b_r
 *
 * per head, over the incoming edges without self-loops and the node itself; the added loop's features are the mean of the
 * incoming ones. The bias b comes after the heads are joined.
 * Options: `concat` (true), heads side by side or their mean; `edgeFeatures` (true), whether e_uv takes part where there is one;
 * `attentionDropout` (0), in training.
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
  /** Both sides, each mapped and shifted, attended, joined; scores, coefficients, what is left of them. */
  held: (shape, size) => heldByHeads(shape, size, { rows: 6, entries: 3 }),
  forward(call) {
    const heard = byHeads(call, OF_HEADS, (group) => {
      const source = side(group, 'lin_l');
      return attend(group, attention(group, source), source);
    });
    return add(joinHeads(heard, call), own<Tensor1D>(call.parameters, 'bias'));
  },
  attention: (call) => byHeads(call, OF_HEADS, (group) => attention(group, side(group, 'lin_l'))),
};

const OF_HEADS = ['lin_l.weight', 'lin_l.bias', 'lin_r.weight', 'lin_r.bias', 'att', 'lin_edge.weight'];

/** (N, heads · C). */
function side({ x, parameters }: HeadGroup, name: 'lin_l' | 'lin_r'): Tensor2D {
  return linear(x, own<Tensor2D>(parameters, `${name}.weight`), own<Tensor1D>(parameters, `${name}.bias`));
}

/** (entries, heads). */
function attention(group: HeadGroup, source: Tensor2D): Tensor2D {
  const { parameters, heads } = group;
  const [{ operand, edges }] = group.propagation;
  const score = additiveScore(
    operand,
    {
      left: side(group, 'lin_r'),
      right: source,
      attention: reshape(own(parameters, 'att'), [-1]),
      edges,
      weight: edges && own<Tensor2D>(parameters, 'lin_edge.weight'),
    },
    heads,
  );
  return edgeSoftmax(operand, score);
}
