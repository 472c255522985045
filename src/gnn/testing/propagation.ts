import { tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import type { Graph } from '../../graph/graph';
import { sparseOperand } from '../kernels/sparse-operand';
import type { Convolution, Options, Propagation } from '../layers/convolution';

/** What a layer hears on a graph, on the device; the caller disposes each. For tests of layers without a model. */
export function propagationOn(
  graph: Graph,
  conv: Convolution,
  options: Options,
): (Propagation & { dispose(): void })[] {
  return conv.messages(graph, options).map(({ pattern, coefficient, reduce, edges }) => {
    const operand = sparseOperand(pattern);
    const entries = pattern.index.length;
    const factor = coefficient && tensor1d(coefficient);
    const edgeRows = edges ? tensor2d(edges.data, [entries, edges.columns]) : null;
    const index = Int32Array.from(pattern.index.keys());
    const edgeOperand = edges ? sparseOperand({ ...pattern, columns: entries, index }) : null;
    const dispose = () => [operand, factor, edgeRows, edgeOperand].forEach((one) => void one?.dispose());
    return { operand, coefficient: factor, reduce, edges: edgeRows, edgeOperand, dispose };
  });
}
