import { add, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { adjacencyOf } from '../../graph/adjacency';
import { bias, type Convolution, dense, type Options, propagate, weight } from './convolution';
import { linear } from './linear';

/**
 * GraphSAGE: Hamilton, Ying & Leskovec, "Inductive Representation Learning on Large Graphs", NIPS 2017,
 * arXiv 1706.02216.
 *
 *   h′_v = W_l aggr_{u → v} h_u + b_l + W_r h_v
 *
 * The mean, or the largest value column by column, is over incoming edges as they are: no self-loops added, duplicates counted,
 * weights not used; a node that hears nobody gets 0 from it.
 * Options: `root` (true), whether W_r h_v is there; `aggr` (mean), or max.
 * Parameters: `lin_l.weight` (F_out, F_in), `lin_l.bias` (F_out), `lin_r.weight` (F_out, F_in). Without parameters
 * h′_v = mean_{u → v} h_u.
 * Shapes: (N, F_in) → (N, F_out).
 * Errors: sparse rows without parameters, since their mean is dense: lay them out first.
 */
export const sage: Convolution = {
  parameters({ inputs, outputs, options }) {
    const left = { 'lin_l.weight': weight(outputs, inputs), 'lin_l.bias': bias(outputs) };
    return options.root === false ? left : { ...left, 'lin_r.weight': weight(outputs, inputs) };
  },
  messages(graph, options) {
    const { nodeCount, pointer, source } = adjacencyOf(graph);
    const pattern = { rows: nodeCount, columns: nodeCount, pointer, index: source };
    return [{ pattern, coefficient: null, reduce: reduceOf(options) }];
  },
  needsDense: (options) => reduceOf(options) === 'max',
  copies: 5,
  forward({ x, propagation: [neighbours], parameters }) {
    const left = parameters['lin_l.weight'];
    const right = parameters['lin_r.weight'];
    if (!left) return propagate(neighbours, dense(x));
    // The mean of the mapped rows is the mapped mean, and it is as narrow as the output; of the maximum that is not so.
    const heard =
      neighbours.reduce === 'max'
        ? linear(propagate(neighbours, dense(x)), left as Tensor2D)
        : propagate(neighbours, linear(x, left as Tensor2D));
    const biased: Tensor2D = add(heard, parameters['lin_l.bias'] as Tensor1D);
    return right ? add<Tensor2D>(biased, linear(x, right as Tensor2D)) : biased;
  },
};

function reduceOf({ aggr }: Options): 'mean' | 'max' {
  return aggr === 'max' ? 'max' : 'mean';
}
