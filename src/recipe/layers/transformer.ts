import type { LayerDescriptor } from '../descriptor';
import { attentionOptions } from './attention-options';

export const transformer: LayerDescriptor = {
  name: 'transformer',
  title: 'Graph Transformer',
  formula: 'h′_v = Σ_u a_vu V h_u + W_skip h_v,  a_v = softmax_u (Q h_v · K h_u / √C) over the neighbours',
  equation: ({ options }) =>
    options.beta === true
      ? '(1 − β_v) Σ_u a_vu (V h_u + b) + β_v (W_skip h_v + c)'
      : 'Σ_u a_vu (V h_u + b) + W_skip h_v + c',
  options: {
    beta: { kind: 'boolean', default: false, meaning: "a learned gate between the neighbours and the node's own row" },
    ...attentionOptions,
  },
  radius: 1,
  identityAllowed: false,
  aggregations: [],
  width: 'mapped',
  heads: true,
  paper: {
    title: 'Masked Label Prediction: Unified Message Passing Model for Semi-Supervised Classification',
    authors: 'Shi et al.',
    year: 2021,
    url: 'https://arxiv.org/abs/2009.03509',
  },
};
