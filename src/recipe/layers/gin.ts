import type { LayerDescriptor } from '../descriptor';

export const gin: LayerDescriptor = {
  name: 'gin',
  title: 'GIN',
  formula: 'h′_v = W₂ relu(W₁ ((1 + ε) h_v + Σ_u h_u) + b₁) + b₂',
  equation: () => 'W₂ relu(W₁ ((1 + ε) h_v + Σ_u h_u) + b₁) + b₂',
  options: {
    eps: {
      kind: 'number',
      default: 0,
      minimum: -1,
      maximum: 1,
      meaning: "ε: how much more the node's own row counts than a neighbour's",
    },
    trainEps: { kind: 'boolean', default: false, meaning: 'learn ε in training, from that start' },
  },
  radius: 1,
  identityAllowed: false,
  aggregations: [],
  width: 'mapped',
  paper: {
    title: 'How Powerful are Graph Neural Networks?',
    authors: 'Xu et al.',
    year: 2019,
    url: 'https://arxiv.org/abs/1810.00826',
  },
};
