import type { LayerDescriptor } from '../descriptor';

export const rgcn: LayerDescriptor = {
  name: 'rgcn',
  title: 'R-GCN',
  formula: 'h′_v = Σ_r W_r mean_u h_u + W_root h_v + b,  the mean over the u that relation r joins to v',
  equation: ({ options }) =>
    Number(options.bases) > 0
      ? 'Σ_r (Σ_i c_ri B_i) mean_u h_u + W_root h_v + b'
      : 'Σ_r W_r mean_u h_u + W_root h_v + b',
  options: {
    bases: {
      kind: 'number',
      default: 0,
      minimum: 0,
      maximum: 30,
      whole: true,
      meaning: 'matrices that the relations share, each mixing them its own way; 0: every relation has its own',
    },
  },
  radius: 1,
  identityAllowed: false,
  aggregations: [],
  width: 'mapped',
  paper: {
    title: 'Modeling Relational Data with Graph Convolutional Networks',
    authors: 'Schlichtkrull et al.',
    year: 2018,
    url: 'https://arxiv.org/abs/1703.06103',
  },
};
