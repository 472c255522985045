import {
  add,
  concat,
  matMul,
  mul,
  reshape,
  sigmoid,
  sub,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tile,
  transpose,
} from '@tensorflow/tfjs-core';
import { sddmmDot } from '../kernels/sddmm/sddmm';
import { edgeSoftmax } from '../kernels/softmax/edge-softmax';
import { spmm } from '../kernels/spmm/spmm';
import { attend, dropped, headWidth, joinHeads, neighbourMessages, plus } from './attention';
import { bias, type Convolution, type LayerCall, own, type ParameterSpec, weight } from './convolution';
import { linear } from './linear';

/**
 * Graph transformer: Shi et al., "Masked Label Prediction: Unified Message Passing Model for Semi-Supervised Classification",
 * IJCAI 2021, arXiv 2009.03509.
 *
 *   m_v = Σ_{u → v} a_vu (V h_u + W_e e_uv),   a_v = softmax_u (Q h_v · (K h_u + W_e e_uv) / √C)
 *   h′_v = m_v + r_v,   r = W_skip h;   with `beta`: β_v r_v + (1 − β_v) m_v,   β_v = sigmoid(w · [m_v, r_v, m_v − r_v])
 *
 * per head, over the incoming edges as they are; no self-loops are added. Q, K, V and W_skip have biases.
 * Options: `beta` (false); `concat` (true), heads side by side or their mean; `edgeFeatures` (true), whether e_uv takes part
 * where there is one; `attentionDropout` (0), in training.
 * Parameters: `lin_key`, `lin_query`, `lin_value` (heads · C, F_in), `lin_skip` (F_out, F_in), each `.weight` and `.bias`; with
 * edge features `lin_edge.weight` (heads · C, D); with `beta` `lin_beta.weight` (1, 3 F_out); C = F_out/heads side by side,
 * F_out averaged.
 * Shapes: (N, F_in) → (N, F_out).
 * Errors: none of its own; widths that the heads do not divide and identity weights are refused by the recipe.
 */
export const transformer: Convolution = {
  parameters(shape) {
    const { inputs, outputs, heads, edgeColumns, options } = shape;
    const width = heads * headWidth(shape);
    const specs: Record<string, ParameterSpec> = {};
    for (const name of ['lin_key', 'lin_query', 'lin_value', 'lin_skip']) {
      const rows = name === 'lin_skip' ? outputs : width;
      specs[`${name}.weight`] = weight(rows, inputs);
      specs[`${name}.bias`] = bias(rows);
    }
    if (edgeColumns > 0) specs['lin_edge.weight'] = weight(width, edgeColumns);
    if (options.beta === true) specs['lin_beta.weight'] = weight(1, 3 * outputs);
    return specs;
  },
  messages: (graph, options) => [neighbourMessages(graph, options)],
  forward(call) {
    const { parameters, heads, options } = call;
    const a = attention(call);
    const heard = plus(attend(call, call.propagation[0], a, side(call, 'lin_value')), edgeValues(call, a));
    const joined = joinHeads(heard, heads, call.concat);
    const root = side(call, 'lin_skip');
    if (options.beta !== true) return add(joined, root);
    const both: Tensor2D = concat([joined, root, sub(joined, root)], 1);
    const gate: Tensor2D = sigmoid(linear(both, own<Tensor2D>(parameters, 'lin_beta.weight')));
    return add(mul(gate, root), mul(sub(1, gate), joined));
  },
  attention,
};

function side({ x, parameters }: LayerCall, name: string): Tensor2D {
  return linear(x, own<Tensor2D>(parameters, `${name}.weight`), own<Tensor1D>(parameters, `${name}.bias`));
}

/** (entries, heads). */
function attention(call: LayerCall): Tensor2D {
  const {
    heads,
    propagation: [to],
  } = call;
  const query = side(call, 'lin_query');
  const score = plus(sddmmDot(to.operand, query, side(call, 'lin_key'), heads), edgeScores(call, query));
  return edgeSoftmax(to.operand, mul(score, 1 / Math.sqrt(query.shape[1] / heads)));
}

/** Q h_v · W_e e_uv as (W_eᵀ Q h_v) · e_uv, D numbers a head and entry instead of C: (entries, heads), or null. */
function edgeScores({ propagation: [{ edges, edgeOperand }], parameters, heads }: LayerCall, query: Tensor2D) {
  if (!edges || !edgeOperand) return null;
  const turned: Tensor3D = matMul(byHead(query, heads), edgeMatrices(parameters['lin_edge.weight'] as Tensor2D, heads));
  return sddmmDot(edgeOperand, sideBySide(turned), tile(edges, [1, heads]), heads);
}

/** Σ_u a_vu W_e e_uv as W_e Σ_u a_vu e_uv: (N, heads · C), or null. */
function edgeValues({ propagation: [{ edges, edgeOperand }], parameters, heads, ...call }: LayerCall, a: Tensor2D) {
  if (!edges || !edgeOperand) return null;
  const sums = spmm(edgeOperand, tile(edges, [1, heads]), dropped(a, call.options, call.dropoutSeed));
  const matrices = edgeMatrices(parameters['lin_edge.weight'] as Tensor2D, heads);
  return sideBySide(matMul<Tensor3D>(byHead(sums, heads), matrices, false, true));
}

/** (heads · C, D) → (heads, C, D). */
function edgeMatrices(weights: Tensor2D, heads: number): Tensor3D {
  return reshape(weights, [heads, -1, weights.shape[1]]);
}

/** (N, heads · C) → (heads, N, C). */
function byHead(rows: Tensor2D, heads: number): Tensor3D {
  return transpose(reshape(rows, [rows.shape[0], heads, -1]), [1, 0, 2]);
}

/** (heads, N, C) → (N, heads · C). */
function sideBySide(stacked: Tensor3D): Tensor2D {
  const [heads, rows, columns] = stacked.shape;
  return reshape(transpose(stacked, [1, 0, 2]), [rows, heads * columns]);
}
