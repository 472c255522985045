import { mul, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
import type { Reduction, SparseOperand } from '../sparse-operand';
import { sumEntries } from '../spmm/reduce';
import { runGradient, runPeaks, runWeights } from './kernel';

/**
 * Softmax of the scores over the entries of each row of `matrix`, per head: attention coefficients over incoming edges.
 * By a running log-sum-exp whose peak and sum stay apart, so that large scores neither overflow, vanish nor lose digits.
 * Shapes: score (entries, heads) → (entries, heads). Gradient in score.
 */
export function edgeSoftmax(matrix: SparseOperand, score: Tensor2D): Tensor2D {
  if (score.shape[0] !== matrix.entries) {
    throw new Error(`Edge softmax: ${score.shape[0]} scores for ${matrix.entries} entries.`);
  }
  const forward = () =>
    runWeights<Tensor2D>({ score, total: peaksOfRows(matrix.forward, score), row: matrix.entryRow() });
  return differentiable({ score }, forward, (dy, _, weight) => ({
    score: () => runGradient({ weight, dy, sum: sumEntries(matrix.forward, mul(weight, dy)), row: matrix.entryRow() }),
  }));
}

function peaksOfRows({ levels, entry }: Reduction, score: Tensor2D): Tensor2D {
  const first: Tensor2D = runPeaks({ score, pointer: levels[0], entry }, { parts: 0 });
  return levels
    .slice(1)
    .reduce<Tensor2D>((parts, pointer: Tensor1D) => runPeaks({ score: parts, pointer }, { parts: 1 }), first);
}
