import type { LayerDescriptor } from '../descriptor';

export const mixhop: LayerDescriptor = {
  name: 'mixhop',
  title: 'MixHop',
  formula: 'h′_v = [W₀ h_v, W₁ (S h)_v, W₂ (S² h)_v] + b,  S = D̃^-½ Ã D̃^-½',
  equation: () => '[W₀ h_v, W₁ (S h)_v, W₂ (S² h)_v] + b',
  options: {},
  radius: 2,
  identityAllowed: false,
  aggregations: [],
  width: 'mapped',
  parts: 3,
  defaults: { width: 15, decoder: 'linear' },
  paper: {
    title: 'MixHop: Higher-Order Graph Convolutional Architectures via Sparsified Neighborhood Mixing',
    authors: 'Abu-El-Haija et al.',
    year: 2019,
    url: 'https://arxiv.org/abs/1905.00067',
  },
};
