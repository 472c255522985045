import type { LayerDescriptor } from '../descriptor';
import { attentionOptions } from './attention-options';

export const gatv2: LayerDescriptor = {
  name: 'gatv2',
  title: 'GATv2',
  formula: 'h′_v = Σ_u a_vu W_l h_u + b,  a_v = softmax_u c·leaky(W_l h_u + W_r h_v), v itself included',
  equation: () => 'Σ_u a_vu (W_l h_u + b_l) + b',
  options: attentionOptions,
  radius: 1,
  identityAllowed: false,
  aggregations: [],
  width: 'mapped',
  heads: true,
  paper: {
    title: 'How Attentive are Graph Attention Networks?',
    authors: 'Brody, Alon & Yahav',
    year: 2022,
    url: 'https://arxiv.org/abs/2105.14491',
  },
};
