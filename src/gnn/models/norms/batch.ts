import {
  add,
  div,
  mean,
  mul,
  reshape,
  sqrt,
  square,
  sub,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import type { LayerParameters, ParameterSpec } from '../../layers/convolution';
import { byCopy, EPSILON, type NormLayer, remember, type Statistics } from './norm';

/** How much of a step is remembered. */
const MOMENTUM = 0.1;

/**
 * Batch norm: Ioffe & Szegedy 2015, arXiv 1502.03167; PyG's `BatchNorm`.
 *
 *   γ (x − mean) / √(variance + ε) + β, over the nodes, column by column
 *
 * Parameters: `module.weight` (C), `module.bias` (C); buffers `module.running_mean` (C), `module.running_var` (C) and
 * `module.num_batches_tracked` (). With identity weights, which have no buffers, the statistics are always the rows' own.
 */
export const batch: NormLayer = {
  held: (columns) => ({ numbers: STANDARDISED * columns }),
  parameters: (columns) =>
    Object.fromEntries(Object.entries(statisticSpecs(columns)).map(([name, spec]) => [`module.${name}`, spec])),
  apply(x, parameters, statistics, copies = 1) {
    const own = Object.entries(parameters).map(([name, one]) => [name.replace('module.', ''), one]);
    return own.length > 0 ? standardise(x, Object.fromEntries(own), statistics) : standardiseByOwn(x, copies);
  },
};

/** With nothing to remember statistics in: mean 0 and variance 1 in each copy. */
function standardiseByOwn(x: Tensor2D, copies: number): Tensor2D {
  const rows = byCopy(x, copies);
  const centred: Tensor3D = sub(rows, mean(rows, 1, true));
  const variance: Tensor3D = mean(square(centred), 1, true);
  return reshape(div(centred, sqrt(add(variance, EPSILON))), x.shape);
}

/** The tensors of PyTorch's `BatchNorm1d`. */
export function statisticSpecs(columns: number): Record<string, ParameterSpec> {
  return {
    weight: { shape: [columns], start: 1 },
    bias: { shape: [columns], start: 0 },
    running_mean: { shape: [columns], start: 0, buffer: true },
    running_var: { shape: [columns], start: 1, buffer: true },
    num_batches_tracked: { shape: [], start: 0, buffer: true },
  };
}

/** Copies of its rows that `standardise` makes: centred and squared for the variance; centred, divided, mapped, shifted. */
export const STANDARDISED = 6;

/** PyTorch's `BatchNorm1d`: in training the variance that is remembered is the unbiased one. */
export function standardise(x: Tensor2D, parameters: LayerParameters, statistics: Statistics): Tensor2D {
  const { running_mean: keptMean, running_var: keptVariance, num_batches_tracked: count } = parameters;
  if (statistics === 'evaluation') return scale(x, keptMean as Tensor1D, keptVariance as Tensor1D, parameters);
  const ownMean: Tensor1D = mean(x, 0);
  const variance: Tensor1D = mean(square(sub(x, ownMean)), 0);
  const share = statistics === 'training' ? MOMENTUM : 1;
  const [rows] = x.shape;
  const unbiased = statistics === 'training' ? mul(variance, rows / Math.max(1, rows - 1)) : variance;
  remember(keptMean, add(mul(keptMean, 1 - share), mul(ownMean, share)));
  remember(keptVariance, add(mul(keptVariance, 1 - share), mul(unbiased, share)));
  if (statistics === 'training') remember(count, add(count, 1));
  return scale(x, ownMean, variance, parameters);
}

function scale(x: Tensor2D, centre: Tensor1D, variance: Tensor1D, { weight, bias }: LayerParameters): Tensor2D {
  const standard: Tensor2D = div(sub(x, centre), sqrt(add(variance, EPSILON)));
  return add(mul(standard, weight as Tensor1D), bias as Tensor1D);
}
