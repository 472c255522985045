import {
  add,
  concat,
  matMul,
  mul,
  reshape,
  sigmoid,
  split,
  sub,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  transpose,
} from '@tensorflow/tfjs-core';
import { sddmmDot } from '../kernels/sddmm/sddmm';
import { edgeSoftmax } from '../kernels/softmax/edge-softmax';
import { spmm } from '../kernels/spmm/spmm';
import { dropped, neighbourMessages, plus } from './attention';
import { bias, type Convolution, type LayerCall, own, type ParameterSpec, weight } from './convolution';
import { byHeads, type HeadGroup, headWidth, heldByHeads, joinHeads } from './heads';
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
  /** Queries, keys and values, each mapped and shifted, the edges' share, heard, joined; scores, scaled, coefficients, what is left. */
  held: (shape, size) =>
    heldByHeads(shape, size, {
      ...{ rows: shape.edgeColumns > 0 ? 12 : 8, entries: 4, edgeRows: 6, edgeEntries: 5 },
    }),
  forward(call) {
    const joined = joinHeads(byHeads(call, OF_HEADS, hear), call);
    const root = side(call, 'lin_skip');
    if (call.options.beta !== true) return add(joined, root);
    const both: Tensor2D = concat([joined, root, sub(joined, root)], 1);
    const gate: Tensor2D = sigmoid(linear(both, own<Tensor2D>(call.parameters, 'lin_beta.weight')));
    return add(mul(gate, root), mul(sub(1, gate), joined));
  },
  attention: (call) => byHeads(call, OF_HEADS, attention),
};

const OF_HEADS = [
  ...['lin_key', 'lin_query', 'lin_value'].flatMap((name) => [`${name}.weight`, `${name}.bias`]),
  'lin_edge.weight',
];

function side({ x, parameters }: LayerCall, name: string): Tensor2D {
  return linear(x, own<Tensor2D>(parameters, `${name}.weight`), own<Tensor1D>(parameters, `${name}.bias`));
}

/** m of each head, side by side: (N, heads · C). */
function hear(group: HeadGroup): Tensor2D {
  const a = dropped(attention(group), group);
  return plus(spmm(group.propagation[0].operand, side(group, 'lin_value'), a), edgeValues(group, a));
}

/** (entries, heads). */
function attention(group: HeadGroup): Tensor2D {
  const [{ operand }] = group.propagation;
  const query = side(group, 'lin_query');
  const score = plus(sddmmDot(operand, query, side(group, 'lin_key'), group.heads), edgeScores(group, query));
  return edgeSoftmax(operand, mul(score, Math.sqrt(group.heads / query.shape[1])));
}

/** Q h_v · W_e e_uv as (W_eᵀ Q h_v) · e_uv, D numbers a head and node instead of C an entry: (entries, heads), or null. */
function edgeScores({ propagation: [{ edges, edgeOperand }], ...group }: HeadGroup, query: Tensor2D): Tensor2D | null {
  if (!edges || !edgeOperand) return null;
  const turned = sideBySide(matMul<Tensor3D>(byHead(query, group.heads), edgeMatrices(group)));
  const scores = oneByOne(turned, group.heads).map((one) => sddmmDot(edgeOperand, one, edges));
  return concat(scores, 1);
}

/** Σ_u a_vu W_e e_uv as W_e Σ_u a_vu e_uv: (N, heads · C), or null. */
function edgeValues({ propagation: [{ edges, edgeOperand }], ...group }: HeadGroup, a: Tensor2D): Tensor2D | null {
  if (!edges || !edgeOperand) return null;
  const sums = oneByOne(a, group.heads).map((one) => spmm(edgeOperand, edges, one));
  return sideBySide(matMul<Tensor3D>(byHead(concat(sums, 1), group.heads), edgeMatrices(group), false, true));
}

/** The columns of each head. Of a split into one the library has no gradient. */
function oneByOne(rows: Tensor2D, heads: number): Tensor2D[] {
  return heads === 1 ? [rows] : split(rows, heads, 1);
}

/** (heads, C, D). */
function edgeMatrices({ parameters, heads }: Pick<HeadGroup, 'parameters' | 'heads'>): Tensor3D {
  const weights = own<Tensor2D>(parameters, 'lin_edge.weight');
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
