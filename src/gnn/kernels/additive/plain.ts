import type { Call, HostInputs } from '../register';
import type { ScoreInput, TurnInput } from './inputs';

export function scorePlain(inputs: HostInputs<ScoreInput>, output: Float32Array, call: Call<ScoreInput>): void {
  const { left, right, weights, row, column } = inputs;
  if (!left || !right || !weights || !row || !column) throw new Error('Additive scores need their inputs.');
  const { heads } = call.attributes;
  const columns = call.shapes.left?.[1] ?? 0;
  const width = columns / heads;
  const edge = edgeTerm(inputs, columns, call.shapes.edges);
  const f = leakyOf(call.attributes);
  for (let i = 0; i < output.length; i++) {
    const p = Math.floor(i / heads);
    const first = (i % heads) * width;
    let sum = 0;
    for (let c = first; c < first + width; c++) {
      sum += weights[c] * f(left[row[p] * columns + c] + right[column[p] * columns + c] + edge(p, c));
    }
    output[i] = sum;
  }
}

export function turnPlain(inputs: HostInputs<TurnInput>, output: Float32Array, call: Call<TurnInput>): void {
  const { near, far, pointer, index, dy } = inputs;
  if (!near || !far || !pointer || !index || !dy) throw new Error('The gradient of additive scores needs its inputs.');
  const [segments = 0, columns = 0] = call.output;
  const heads = call.shapes.dy?.[1] ?? 1;
  const edge = edgeTerm(inputs, columns, call.shapes.edges);
  const f = leakyOf(call.attributes);
  output.fill(0);
  for (let s = 0; s < segments; s++) {
    for (let p = pointer[s]; p < pointer[s + 1]; p++) {
      for (let c = 0; c < columns; c++) {
        const z = near[s * columns + c] + far[index[p] * columns + c] + edge(p, c);
        output[s * columns + c] += dy[p * heads + Math.floor((c * heads) / columns)] * f(z);
      }
    }
  }
}

/** What the features of entry p add to column c. */
function edgeTerm(
  { edges, weights }: HostInputs<'edges' | 'weights'>,
  columns: number,
  [, features = 0]: number[] = [],
): (p: number, c: number) => number {
  if (!edges || !weights) return () => 0;
  return (p, c) => {
    let sum = 0;
    for (let d = 0; d < features; d++) sum += edges[p * features + d] * weights[(d + 1) * columns + c];
    return sum;
  };
}

function leakyOf({ slope, derivative }: Record<string, number>): (z: number) => number {
  return derivative ? (z) => (z > 0 ? 1 : slope) : (z) => (z > 0 ? z : slope * z);
}
