import type { Call, HostInputs } from '../register';
import type { ScoreInput, TurnInput } from './inputs';

export function scorePlain(inputs: HostInputs<ScoreInput>, output: Float32Array, call: Call<ScoreInput>): void {
  const { left, right, attention, row, column } = inputs;
  if (!left || !right || !attention || !row || !column) throw new Error('Additive scores need every input.');
  const { heads, slope } = call.attributes;
  const columns = call.shapes.left?.[1] ?? 0;
  const width = columns / heads;
  for (let i = 0; i < output.length; i++) {
    const p = Math.floor(i / heads);
    const first = (i % heads) * width;
    let sum = 0;
    for (let c = first; c < first + width; c++) {
      const z = left[row[p] * columns + c] + right[column[p] * columns + c];
      sum += attention[c] * (z > 0 ? z : slope * z);
    }
    output[i] = sum;
  }
}

export function turnPlain(inputs: HostInputs<TurnInput>, output: Float32Array, call: Call<TurnInput>): void {
  const { near, far, pointer, index, dy, entry } = inputs;
  if (!near || !far || !pointer || !index || !dy) throw new Error('The gradient of additive scores needs its inputs.');
  const [segments = 0, columns = 0] = call.output;
  const heads = call.shapes.dy?.[1] ?? 1;
  const { slope, value } = call.attributes;
  output.fill(0);
  for (let s = 0; s < segments; s++) {
    for (let p = pointer[s]; p < pointer[s + 1]; p++) {
      const scores = (entry ? entry[p] : p) * heads;
      for (let c = 0; c < columns; c++) {
        const z = near[s * columns + c] + far[index[p] * columns + c];
        const turn = (z > 0 ? 1 : slope) * (value ? z : 1);
        output[s * columns + c] += dy[scores + Math.floor((c * heads) / columns)] * turn;
      }
    }
  }
}
