import type { LayerDescriptor } from '../descriptor';

export const gprgnn: LayerDescriptor = {
  name: 'gprgnn',
  title: 'GPRGNN',
  formula: 'h′_v = Σ_u a_vu h_u,  read out as Σ_k γ_k H^k, γ learned',
  equation: () => 'Σ_u a_vu h_u',
  options: {
    alpha: {
      kind: 'number',
      default: 0.1,
      minimum: 0,
      maximum: 1,
      meaning: 'α: γ starts at the shares of personalised PageRank, α(1 − α)^k and (1 − α)^K for the last',
    },
  },
  radius: 1,
  identityAllowed: true,
  aggregations: [],
  width: 'kept',
  oneModule: true,
  gathersHops: true,
  defaults: { activation: 'none', encoder: 'linear', decoder: 'linear' },
  paper: {
    title: 'Adaptive Universal Generalized PageRank Graph Neural Network',
    authors: 'Chien et al.',
    year: 2021,
    url: 'https://arxiv.org/abs/2006.07988',
  },
};
