import { registerGraphKernel } from '../register';
import type { GradientInput, PeakInput, WeightsInput } from './inputs';
import { gradientPlain, peaksPlain, weightsPlain } from './plain';
import { gradientProgram, peaksProgram, weightsProgram } from './program';

/**
 * Peaks beside sums: `output[r, h] = max_p score[entry[p], h]` and `output[r, heads + h] = Σ_p exp(score − output[r, h])`; both
 * 0 for a segment without entries. With the attribute `parts` 1 the same of rows that were cut, from what it made of their
 * parts. Two numbers and not their logarithm, of which float32 would keep few digits behind the point where scores are large.
 */
export const runPeaks = registerGraphKernel<PeakInput>({
  name: 'GraphSoftmaxPeaks',
  inputs: ['score', 'pointer', 'entry'],
  outputShape: ({ score, pointer }, { parts }) => [(pointer?.[0] ?? 1) - 1, (score?.[1] ?? 0) * (parts ? 1 : 2)],
  plain: peaksPlain,
  simd: {
    run: 'softmaxPeaks',
    sizes: ({ attributes: { parts }, output: [rows, columns] }) => [rows, columns / 2, parts],
  },
  program: peaksProgram,
});

/** `output[p, h] = exp(score[p, h] − total[row[p], h]) / total[row[p], heads + h]`. */
export const runWeights = registerGraphKernel<WeightsInput>({
  name: 'GraphSoftmaxWeights',
  inputs: ['score', 'total', 'row'],
  outputShape: ({ score }) => score ?? [],
  plain: weightsPlain,
  simd: { run: 'softmaxWeights', sizes: ({ output }) => output },
  program: weightsProgram,
});

/** `output[p, h] = weight[p, h] · (dy[p, h] − sum[row[p], h])`. */
export const runGradient = registerGraphKernel<GradientInput>({
  name: 'GraphSoftmaxGradient',
  inputs: ['weight', 'dy', 'sum', 'row'],
  outputShape: ({ weight }) => weight ?? [],
  plain: gradientPlain,
  simd: { run: 'softmaxGradient', sizes: ({ output }) => output },
  program: gradientProgram,
});
