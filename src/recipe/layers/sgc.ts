import type { LayerDescriptor } from '../descriptor';

export const sgc: LayerDescriptor = {
  name: 'sgc',
  title: 'SGC',
  formula: 'h′_v = Σ_u a_vu h_u,  once mapped by W: H^K = S^K X Wᵀ + b',
  equation({ identity, layer, layers }) {
    if (identity) return 'Σ_u a_vu h_u';
    const last = layer !== undefined && layer + 1 === layers;
    return `${layer === 0 ? 'W ' : ''}Σ_u a_vu h_u${last ? ' + b' : ''}`;
  },
  options: {},
  radius: 1,
  identityAllowed: true,
  aggregations: [],
  width: 'once',
  oneModule: true,
  defaults: { activation: 'none' },
  paper: {
    title: 'Simplifying Graph Convolutional Networks',
    authors: 'Wu et al.',
    year: 2019,
    url: 'https://arxiv.org/abs/1902.07153',
  },
};
