import type { LayerDescriptor } from '../descriptor';

export const gcn: LayerDescriptor = {
  name: 'gcn',
  title: 'GCN',
  formula: 'h′_v = W Σ_u a_vu h_u + b,  a_vu = w_vu / √(d_v d_u), v itself included',
  equation: ({ identity }) => (identity ? 'Σ_u a_vu h_u' : 'W Σ_u a_vu h_u + b'),
  options: {
    improved: { kind: 'boolean', default: false, meaning: 'added self-loops weigh 2; acts only with edge weights' },
  },
  radius: 1,
  identityAllowed: true,
  aggregations: [],
  width: 'mapped',
  paper: {
    title: 'Semi-Supervised Classification with Graph Convolutional Networks',
    authors: 'Kipf & Welling',
    year: 2017,
    url: 'https://arxiv.org/abs/1609.02907',
  },
};
