import type { LayerDescriptor } from '../descriptor';

export const mlp: LayerDescriptor = {
  name: 'mlp',
  title: 'MLP',
  formula: 'h′_v = W h_v + b',
  equation: () => 'W h_v + b',
  options: {},
  radius: 0,
  identityAllowed: false,
  aggregations: [],
  width: 'mapped',
  paper: null,
};
