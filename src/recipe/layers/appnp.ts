import type { LayerDescriptor } from '../descriptor';

export const appnp: LayerDescriptor = {
  name: 'appnp',
  title: 'APPNP',
  formula: 'h′_v = (1 − α) Σ_u a_vu h_u + α h⁰_v',
  equation: ({ options: { alpha } }) => `${rest(Number(alpha))} Σ_u a_vu h_u + ${alpha} h⁰_v`,
  options: {
    alpha: { kind: 'number', default: 0.1, minimum: 0, maximum: 1, meaning: 'α: share of H⁰ in every hop' },
  },
  radius: 1,
  identityAllowed: true,
  aggregations: [],
  width: 'kept',
  oneModule: true,
  defaults: { activation: 'none', encoder: 'linear', decoder: 'linear' },
  paper: {
    title: 'Predict then Propagate: Graph Neural Networks meet Personalized PageRank',
    authors: 'Gasteiger, Bojchevski & Günnemann',
    year: 2019,
    url: 'https://arxiv.org/abs/1810.05997',
  },
};

const rest = (alpha: number) => Number((1 - alpha).toPrecision(6));
