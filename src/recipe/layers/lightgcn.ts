import type { LayerDescriptor } from '../descriptor';

export const lightgcn: LayerDescriptor = {
  name: 'lightgcn',
  title: 'LightGCN',
  formula: 'h′_v = Σ_u w_vu h_u / √(d_v d_u), no self-loops added,  read out as the mean of all hops',
  equation: () => 'Σ_u a_vu h_u',
  options: {},
  radius: 1,
  identityAllowed: true,
  aggregations: [],
  width: 'kept',
  oneModule: true,
  gathersHops: true,
  defaults: { activation: 'none', encoder: 'linear', decoder: 'linear' },
  paper: {
    title: 'LightGCN: Simplifying and Powering Graph Convolution Network for Recommendation',
    authors: 'He et al.',
    year: 2020,
    url: 'https://arxiv.org/abs/2002.02126',
  },
};
