import type { Call } from '../register';
import { type Program, threadPerElement } from '../wgsl';
import type { GradientInput, PeakInput, WeightsInput } from './inputs';

/** One thread a row and head, which writes both numbers; the other half of the threads have nothing to do. */
export function peaksProgram({
  shapes,
  attributes: { parts },
  output: [rows = 0, columns = 0],
}: Call<PeakInput>): Program {
  const heads = columns / 2;
  return threadPerElement({
    name: 'softmaxPeaks',
    inputs: shapes.entry ? ['score', 'pointer', 'entry'] : ['score', 'pointer'],
    output: [rows, columns],
    integers: { heads, busy: rows * heads, width: parts ? columns : heads },
    body: `
      if (thread < uniforms.busy) {
        let row = thread / uniforms.heads;
        let head = thread % uniforms.heads;
        var most = 0.0;
        var sum = 0.0;
        for (var p = pointer[row]; p < pointer[row + 1]; p = p + 1) {
          let at = ${shapes.entry ? 'entry[p]' : 'p'} * uniforms.width + head;
          let s = score[at];
          if (p == pointer[row]) { most = s; }
          let above = max(most, s);
          sum = sum * exp(most - above) + exp(s - above)${parts ? ' * score[at + uniforms.heads]' : ''};
          most = above;
        }
        result[2 * row * uniforms.heads + head] = most;
        result[(2 * row + 1) * uniforms.heads + head] = sum;
      }
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
      let at = 2 * row[thread / uniforms.heads] * uniforms.heads + thread % uniforms.heads;
      result[thread] = exp(score[thread] - total[at]) / total[at + uniforms.heads];
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
