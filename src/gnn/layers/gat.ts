import { add, leakyRelu, type Tensor1D, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { sddmmAdd } from '../kernels/sddmm/sddmm';
import { edgeSoftmax } from '../kernels/softmax/edge-softmax';
import { attend, edgeScore, loopedMessages, perHead, plus } from './attention';
import { bias, type Convolution, own, type ParameterSpec, weight } from './convolution';
import { byHeads, type HeadGroup, headWidth, heldByHeads, joinHeads } from './heads';
import { linear } from './linear';

/**
 * Graph attention network: Veličković et al., "Graph Attention Networks", ICLR 2018, arXiv 1710.10903.
 *
 *   h′_v = Σ_{u → v} a_vu W h_u + b,   a_v = softmax_u leaky_0.2(s · W h_u + t · W h_v + g · W_e e_uv)
 *
 * per head, over the incoming edges without self-loops and the node itself; the added loop's features are the mean of the
 * incoming ones. The bias comes after the heads are joined.
 * Options: `concat` (true), heads side by side or their mean; `edgeFeatures` (true), whether e_uv takes part where there is one;
 * `attentionDropout` (0), in training.
 * Parameters: `lin.weight` (heads · C, F_in), `att_src`, `att_dst` (1, heads, C), `bias` (F_out), with edge features
 * `lin_edge.weight` (heads · C, D) and `att_edge` (1, heads, C); C = F_out/heads side by side, F_out averaged.
 * Shapes: (N, F_in) → (N, F_out).
 * Errors: none of its own; widths that the heads do not divide and identity weights are refused by the recipe.
 */
export const gat: Convolution = {
  parameters(shape) {
    const { inputs, outputs, heads, edgeColumns } = shape;
    const width = headWidth(shape);
    const specs: Record<string, ParameterSpec> = {
      att_src: weight(1, heads, width),
      att_dst: weight(1, heads, width),
      bias: bias(outputs),
      'lin.weight': weight(heads * width, inputs),
    };
    if (edgeColumns === 0) return specs;
    return { ...specs, att_edge: weight(1, heads, width), 'lin_edge.weight': weight(heads * width, edgeColumns) };
  },
  messages: (graph, options) => [loopedMessages(graph, options)],
  /** Mapped, weighed by both vectors, attended, joined; scores, their leaky ReLU, coefficients, what is left of them. */
  held: (shape, size) => heldByHeads(shape, size, { rows: 5, entries: 4, edgeEntries: 2 }),
  forward(call) {
    const heard = byHeads(call, OF_HEADS, (group) => {
      const mapped = map(group);
      return attend(group, attention(group, mapped), mapped);
    });
    return add(joinHeads(heard, call), own<Tensor1D>(call.parameters, 'bias'));
  },
  attention: (call) => byHeads(call, OF_HEADS, (group) => attention(group, map(group))),
};

const OF_HEADS = ['lin.weight', 'att_src', 'att_dst', 'lin_edge.weight', 'att_edge'];

/** (N, heads · C). */
function map({ x, parameters }: HeadGroup): Tensor2D {
  return linear(x, own<Tensor2D>(parameters, 'lin.weight'));
}

/** (entries, heads). */
function attention({ propagation: [to], parameters }: HeadGroup, mapped: Tensor2D): Tensor2D {
  const source = perHead(mapped, own<Tensor3D>(parameters, 'att_src'));
  const target = perHead(mapped, own<Tensor3D>(parameters, 'att_dst'));
  const edges =
    to.edges && edgeScore(to.edges, own(parameters, 'lin_edge.weight'), own<Tensor3D>(parameters, 'att_edge'));
  const score = plus(sddmmAdd(to.operand, target, source), edges);
  return edgeSoftmax(to.operand, leakyRelu(score, 0.2));
}
