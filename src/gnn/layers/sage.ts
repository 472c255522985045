import { add, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { adjacencyOf } from '../../graph/adjacency';
import { type Convolution, isSparse, propagate } from './convolution';
import { linear } from './linear';

/**
 * GraphSAGE with mean aggregation: Hamilton, Ying & Leskovec, "Inductive Representation Learning on Large Graphs", NIPS 2017,
 * arXiv 1706.02216.
 *
 *   h′_v = W_l mean_{u → v} h_u + b_l + W_r h_v
 *
 * The mean is over incoming edges as they are: no self-loops added, duplicates counted, weights not used; a node that hears
 * nobody gets 0 from it.
 * Options: `root` (true), whether W_r h_v is there.
 * Parameters: `lin_l.weight` (F_out, F_in), `lin_l.bias` (F_out), `lin_r.weight` (F_out, F_in). Without parameters
 * h′_v = mean_{u → v} h_u.
 * Shapes: (N, F_in) → (N, F_out).
 * Errors: sparse rows without parameters, since their mean is dense: lay them out first.
 */
export const sage: Convolution = {
  parameters(inputWidth, outputWidth, options) {
    const shapes: Record<string, number[]> = {
      'lin_l.weight': [outputWidth, inputWidth],
      'lin_l.bias': [outputWidth],
    };
    if (options.root !== false) shapes['lin_r.weight'] = [outputWidth, inputWidth];
    return shapes;
  },
  messages(graph) {
    const { nodeCount, pointer, source } = adjacencyOf(graph);
    const pattern = { rows: nodeCount, columns: nodeCount, pointer, index: source };
    return { pattern, coefficient: null, reduce: 'mean' };
  },
  forward(x, propagation, parameters) {
    if (!propagation) throw new Error('GraphSAGE needs its neighbours.');
    const left = parameters['lin_l.weight'];
    const right = parameters['lin_r.weight'];
    if (!left) {
      if (isSparse(x)) throw new Error('GraphSAGE without parameters needs dense rows.');
      return propagate(propagation, x);
    }
    // The mean of the mapped rows is the mapped mean, and it is as narrow as the output.
    const mean = propagate(propagation, linear(x, left as Tensor2D));
    const biased: Tensor2D = add(mean, parameters['lin_l.bias'] as Tensor1D);
    return right ? add<Tensor2D>(biased, linear(x, right as Tensor2D)) : biased;
  },
};
