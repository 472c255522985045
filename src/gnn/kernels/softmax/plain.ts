import type { Call, HostInputs } from '../register';
import type { GradientInput, PeakInput, WeightsInput } from './inputs';

export function peaksPlain(
  { score, pointer, entry }: HostInputs<PeakInput>,
  output: Float32Array,
  { attributes: { parts }, output: [rows = 0, columns = 0] }: Call<PeakInput>,
): void {
  if (!score || !pointer) throw new Error("Softmax's peaks need score and pointer.");
  const heads = columns / 2;
  const width = parts ? columns : heads;
  for (let r = 0; r < rows; r++) {
    for (let head = 0; head < heads; head++) {
      let most = Number.NEGATIVE_INFINITY;
      let sum = 0;
      for (let p = pointer[r]; p < pointer[r + 1]; p++) {
        const at = (entry ? entry[p] : p) * width + head;
        const above = Math.max(most, score[at]);
        sum = sum * Math.exp(most - above) + Math.exp(score[at] - above) * (parts ? score[at + heads] : 1);
        most = above;
      }
      output[r * columns + head] = sum === 0 ? 0 : most;
      output[r * columns + heads + head] = sum;
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
    const at = 2 * row[Math.floor(i / heads)] * heads + (i % heads);
    output[i] = Math.exp(score[i] - total[at]) / total[at + heads];
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
