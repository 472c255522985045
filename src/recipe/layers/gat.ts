import type { LayerDescriptor } from '../descriptor';
import { attentionOptions } from './attention-options';

export const gat: LayerDescriptor = {
  name: 'gat',
  title: 'GAT',
  formula: 'h′_v = Σ_u a_vu W h_u + b,  a_v = softmax_u leaky(s·W h_u + t·W h_v), v itself included',
  equation: () => 'Σ_u a_vu W h_u + b',
  options: attentionOptions,
  radius: 1,
  identityAllowed: false,
  aggregations: [],
  width: 'mapped',
  heads: true,
  paper: {
    title: 'Graph Attention Networks',
    authors: 'Veličković et al.',
    year: 2018,
    url: 'https://arxiv.org/abs/1710.10903',
  },
};
