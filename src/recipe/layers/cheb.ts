import type { LayerDescriptor } from '../descriptor';

export const cheb: LayerDescriptor = {
  name: 'cheb',
  title: 'ChebNet',
  formula: 'h′_v = Σ_k W_k (T_k(L̂) h)_v + b,  L̂ = −D^-½ A D^-½, T_k the Chebyshev polynomials',
  equation: () => 'Σ_k W_k (T_k(L̂) h)_v + b',
  options: {
    K: {
      kind: 'number',
      default: 3,
      minimum: 1,
      maximum: 10,
      whole: true,
      meaning: 'terms of the polynomial; one layer sees K − 1 hops',
    },
  },
  radius: 2,
  radiusWith: (options) => Number(options.K) - 1,
  identityAllowed: false,
  aggregations: [],
  width: 'mapped',
  paper: {
    title: 'Convolutional Neural Networks on Graphs with Fast Localized Spectral Filtering',
    authors: 'Defferrard, Bresson & Vandergheynst',
    year: 2016,
    url: 'https://arxiv.org/abs/1606.09375',
  },
};
