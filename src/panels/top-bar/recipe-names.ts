import type { Activation, Encoder, Norm, Residual } from '../../recipe/recipe';

/** What the choices of a recipe are called on screen. */

export const ACTIVATION_NAMES: Record<Activation, string> = {
  relu: 'ReLU',
  tanh: 'tanh',
  elu: 'ELU',
  leakyRelu: 'leaky ReLU',
  none: 'none',
};

export const NORM_NAMES: Record<Norm, string> = {
  none: 'none',
  layer: 'layer norm',
  batch: 'batch norm',
  pair: 'PairNorm',
  'pair-si': 'PairNorm, each node',
  dgn: 'differentiable groups',
};

export const RESIDUAL_NAMES: Record<Residual, string> = {
  none: 'none',
  skip: 'skip: + H of before',
  initial: 'initial: + α H⁰',
};

export const ENCODER_NAMES: Record<Encoder, string> = {
  none: 'none',
  linear: 'linear',
  activated: 'linear, then the activation',
};
