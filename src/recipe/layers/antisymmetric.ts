import type { LayerDescriptor } from '../descriptor';

export const antisymmetric: LayerDescriptor = {
  name: 'antisymmetric',
  title: 'Anti-Symmetric DGN',
  formula: 'h′_v = h_v + ε tanh((W − Wᵀ − γI) h_v + V Σ_u a_vu h_u + b)',
  equation: ({ options: { eps, gamma } }) => `h_v + ${eps} tanh((W − Wᵀ − ${gamma} I) h_v + V Σ_u a_vu h_u + b)`,
  options: {
    eps: { kind: 'number', default: 0.1, minimum: 0, maximum: 1, meaning: 'ε: the step of the discretised equation' },
    gamma: { kind: 'number', default: 0.1, minimum: 0, maximum: 1, meaning: 'γ: damping, which keeps it stable' },
  },
  radius: 1,
  identityAllowed: false,
  aggregations: [],
  width: 'kept',
  defaults: { activation: 'none', encoder: 'linear', decoder: 'linear' },
  paper: {
    title: 'Anti-Symmetric DGN: a stable architecture for Deep Graph Networks',
    authors: 'Gravina, Bacciu & Gallicchio',
    year: 2023,
    url: 'https://arxiv.org/abs/2210.09789',
  },
};
