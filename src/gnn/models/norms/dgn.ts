import { add, expandDims, mul, reshape, softmax, sum, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { own, weight } from '../../layers/convolution';
import { linear } from '../../layers/linear';
import { STANDARDISED, standardise, statisticSpecs } from './batch';
import type { NormLayer } from './norm';

/** Clusters the nodes are softly assigned to, the paper's choice for Cora. */
const GROUPS = 10;
/** How much of the normalised groups is added. */
const SHARE = 0.01;

/**
 * Differentiable group normalisation: Zhou et al., "Towards Deeper Graph Neural Networks with Differentiable Group
 * Normalization", NeurIPS 2020, arXiv 2006.06972; PyG's `DiffGroupNorm` with 10 groups and λ = 0.01.
 *
 *   x + λ Σ_g batchNorm(s_g x),   s = softmax(W x)
 *
 * Parameters: `lin.weight` (groups, C), and those of a batch norm of groups · C columns under `norm.`.
 */
export const dgn: NormLayer = {
  /** Of each group the rows, in two more shapes, and standardised; with them the rows once, their sum, its share, the result; scores. */
  held: (columns) => ({
    numbers: (GROUPS * (3 + STANDARDISED) + 4) * columns + 3 * GROUPS,
    what: `the norm’s ${GROUPS} groups`,
  }),
  parameters(columns) {
    const statistics = Object.entries(statisticSpecs(GROUPS * columns));
    return {
      'lin.weight': weight(GROUPS, columns),
      ...Object.fromEntries(statistics.map(([name, spec]) => [`norm.${name}`, spec])),
    };
  },
  apply(x, parameters, statistics) {
    const [rows, columns] = x.shape;
    const assignment = own<Tensor2D>(parameters, 'lin.weight');
    const groups = assignment.shape[0];
    const shares: Tensor2D = softmax(linear(x, assignment), -1);
    const grouped: Tensor3D = mul(expandDims(shares, 2), expandDims(x, 1));
    const inner = Object.entries(parameters).map(([name, one]) => [name.replace('norm.', ''), one]);
    const flat: Tensor2D = reshape(grouped, [rows, groups * columns]);
    const normed = standardise(flat, Object.fromEntries(inner), statistics);
    return add(x, mul(sum<Tensor2D>(reshape(normed, [rows, groups, columns]), 1), SHARE));
  },
};
