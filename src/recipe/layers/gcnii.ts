import type { LayerDescriptor } from '../descriptor';

export const gcnii: LayerDescriptor = {
  name: 'gcnii',
  title: 'GCNII',
  formula: 'h′_v = (1 − β) t_v + β W t_v,  t_v = (1 − α) Σ_u a_vu h_u + α h⁰_v, β = ln(θ/ℓ + 1) in layer ℓ',
  equation: ({ options }) =>
    options.sharedWeights === false
      ? '((1 − β) I + β W₁) (1 − α) Σ_u a_vu h_u + ((1 − β) I + β W₂) α h⁰_v'
      : '((1 − β) I + β W) ((1 − α) Σ_u a_vu h_u + α h⁰_v)',
  options: {
    alpha: { kind: 'number', default: 0.1, minimum: 0, maximum: 1, meaning: 'α: share of H⁰ in every layer' },
    theta: {
      kind: 'number',
      default: 0.5,
      minimum: 0,
      maximum: 2,
      meaning: 'θ: how much the weights do; layer ℓ takes β = ln(θ/ℓ + 1) of them',
    },
    sharedWeights: { kind: 'boolean', default: true, meaning: 'the same weights for the neighbours and for H⁰' },
  },
  radius: 1,
  identityAllowed: false,
  aggregations: [],
  width: 'kept',
  defaults: { encoder: 'linear', decoder: 'linear' },
  // As published: the convolutions are pulled to zero far more than the maps before and after them.
  groups: [{ prefix: 'convs.', weightDecay: 0.01 }],
  paper: {
    title: 'Simple and Deep Graph Convolutional Networks',
    authors: 'Chen et al.',
    year: 2020,
    url: 'https://arxiv.org/abs/2007.02133',
  },
};
