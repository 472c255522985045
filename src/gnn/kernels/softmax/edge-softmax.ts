import { clone, customGrad, mul, type Tensor, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import type { Reduction, SparseOperand } from '../sparse-operand';
import { sumEntries } from '../spmm/reduce';
import { runGradient, runLogSumExp, runWeights } from './kernel';

/**
 * Softmax of the scores over the entries of each row of `matrix`, per head: attention coefficients over incoming edges.
 * By a running log-sum-exp, so that large scores neither overflow nor vanish.
 * Shapes: score (entries, heads) → (entries, heads). Gradient in score.
 */
export function edgeSoftmax(matrix: SparseOperand, score: Tensor2D): Tensor2D {
  if (score.shape[0] !== matrix.entries) {
    throw new Error(`Edge softmax: ${score.shape[0]} scores for ${matrix.entries} entries.`);
  }
  const op = customGrad<Tensor2D>((...args) => {
    const [given, save] = args as unknown as [Tensor2D, (tensors: Tensor[]) => void];
    if (matrix.entries === 0) return { value: clone(given), gradFunc: (dy) => clone(dy) };
    const total = logSumExpRows(matrix.forward, given);
    const weight: Tensor2D = runWeights({ score: given, total, row: matrix.entryRow() });
    save([weight]);
    return {
      value: weight,
      gradFunc: (dy, saved) => {
        const [savedWeight] = saved as [Tensor2D];
        const sum = sumEntries(matrix.forward, mul(savedWeight, dy));
        return runGradient<Tensor2D>({ weight: savedWeight, dy, sum, row: matrix.entryRow() });
      },
    };
  });
  return op(score);
}

function logSumExpRows({ levels, entry }: Reduction, score: Tensor2D): Tensor2D {
  const first: Tensor2D = runLogSumExp({ score, pointer: levels[0], entry });
  return levels.slice(1).reduce<Tensor2D>((parts, pointer: Tensor1D) => runLogSumExp({ score: parts, pointer }), first);
}
