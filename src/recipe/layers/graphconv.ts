import type { LayerDescriptor } from '../descriptor';

export const graphconv: LayerDescriptor = {
  name: 'graphconv',
  title: 'GraphConv',
  formula: 'h′_v = W_rel Σ_u w_vu h_u + b + W_root h_v',
  equation: () => 'W_rel Σ_u w_vu h_u + b + W_root h_v',
  options: {},
  radius: 1,
  identityAllowed: false,
  aggregations: [],
  width: 'mapped',
  paper: {
    title: 'Weisfeiler and Leman Go Neural: Higher-order Graph Neural Networks',
    authors: 'Morris et al.',
    year: 2019,
    url: 'https://arxiv.org/abs/1810.02244',
  },
};
