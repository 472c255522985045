import type { Call } from '../register';
import { type Program, threadPerElement } from '../wgsl';
import type { GradientInput, LogSumExpInput, WeightsInput } from './inputs';

/** One thread a row and head. */
export function logSumExpProgram({ shapes, output }: Call<LogSumExpInput>): Program {
  return threadPerElement({
    name: 'logSumExp',
    inputs: shapes.entry ? ['score', 'pointer', 'entry'] : ['score', 'pointer'],
    output,
    integers: { heads: output[1] ?? 0 },
    body: `
      let row = thread / uniforms.heads;
      let head = thread % uniforms.heads;
      var most = 0.0;
      var sum = 0.0;
      for (var p = pointer[row]; p < pointer[row + 1]; p = p + 1) {
        let s = score[${shapes.entry ? 'entry[p]' : 'p'} * uniforms.heads + head];
        if (p == pointer[row]) { most = s; }
        let above = max(most, s);
        sum = sum * exp(most - above) + exp(s - above);
        most = above;
      }
      result[thread] = select(most + log(sum), 0.0, sum == 0.0);
    `,
  });
}

/** One thread an entry and head. */
export function weightsProgram({ output }: Call<WeightsInput>): Program {
  return threadPerElement({
    name: 'softmaxWeights',
    inputs: ['score', 'total', 'row'],
    output,
    integers: { heads: output[1] ?? 0 },
    body: `
      let head = thread % uniforms.heads;
      result[thread] = exp(score[thread] - total[row[thread / uniforms.heads] * uniforms.heads + head]);
    `,
  });
}

/** One thread an entry and head. */
export function gradientProgram({ output }: Call<GradientInput>): Program {
  return threadPerElement({
    name: 'softmaxGradient',
    inputs: ['weight', 'dy', 'sum', 'row'],
    output,
    integers: { heads: output[1] ?? 0 },
    body: `
      let head = thread % uniforms.heads;
      result[thread] = weight[thread] * (dy[thread] - sum[row[thread / uniforms.heads] * uniforms.heads + head]);
    `,
  });
}
