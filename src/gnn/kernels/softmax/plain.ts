import type { Call, HostInputs } from '../register';
import type { GradientInput, LogSumExpInput, WeightsInput } from './inputs';

export function logSumExpPlain(
  { score, pointer, entry }: HostInputs<LogSumExpInput>,
  output: Float32Array,
  call: Call<LogSumExpInput>,
): void {
  if (!score || !pointer) throw new Error('Log-sum-exp needs score and pointer.');
  const [rows = 0, heads = 0] = call.output;
  for (let r = 0; r < rows; r++) {
    for (let head = 0; head < heads; head++) {
      let most = Number.NEGATIVE_INFINITY;
      let sum = 0;
      for (let p = pointer[r]; p < pointer[r + 1]; p++) {
        const s = score[(entry ? entry[p] : p) * heads + head];
        const above = Math.max(most, s);
        sum = sum * Math.exp(most - above) + Math.exp(s - above);
        most = above;
      }
      output[r * heads + head] = sum === 0 ? 0 : most + Math.log(sum);
    }
  }
}

export function weightsPlain(
  { score, total, row }: HostInputs<WeightsInput>,
  output: Float32Array,
  call: Call<WeightsInput>,
): void {
  if (!score || !total || !row) throw new Error('Softmax needs score, total and row.');
  const [, heads = 0] = call.output;
  for (let i = 0; i < output.length; i++) {
    output[i] = Math.exp(score[i] - total[row[Math.floor(i / heads)] * heads + (i % heads)]);
  }
}

export function gradientPlain(
  { weight, dy, sum, row }: HostInputs<GradientInput>,
  output: Float32Array,
  call: Call<GradientInput>,
): void {
  if (!weight || !dy || !sum || !row) throw new Error("Softmax's gradient needs weight, dy, sum and row.");
  const [, heads = 0] = call.output;
  for (let i = 0; i < output.length; i++) {
    output[i] = weight[i] * (dy[i] - sum[row[Math.floor(i / heads)] * heads + (i % heads)]);
  }
}
