import { registerGraphKernel } from '../register';
import type { GradientInput, LogSumExpInput, WeightsInput } from './inputs';
import { gradientPlain, logSumExpPlain, weightsPlain } from './plain';
import { gradientProgram, logSumExpProgram, weightsProgram } from './program';

/** `output[r, h] = log Σ_p exp(score[entry[p], h])`, by a running maximum; 0 for a segment without entries. */
export const runLogSumExp = registerGraphKernel<LogSumExpInput>({
  name: 'GraphLogSumExp',
  inputs: ['score', 'pointer', 'entry'],
  outputShape: ({ score, pointer }) => [(pointer?.[0] ?? 1) - 1, score?.[1] ?? 0],
  plain: logSumExpPlain,
  simd: { run: 'logSumExp', sizes: ({ output }) => output },
  program: logSumExpProgram,
});

/** `output[p, h] = exp(score[p, h] − total[row[p], h])`. */
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
