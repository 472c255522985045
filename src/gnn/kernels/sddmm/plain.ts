import type { Call, HostInputs } from '../register';
import type { SddmmInput } from './inputs';

/** SDDMM with `dot` as a plain loop. */
export function dotPlain(inputs: HostInputs<SddmmInput>, output: Float32Array, call: Call<SddmmInput>): void {
  const { left, right, row, column } = inputs;
  if (!left || !right || !row || !column) throw new Error('SDDMM needs left, right, row and column.');
  const { heads } = call.attributes;
  const columns = call.shapes.left?.[1] ?? 0;
  const width = columns / heads;
  for (let p = 0; p < row.length; p++) {
    for (let head = 0; head < heads; head++) {
      const a = row[p] * columns + head * width;
      const b = column[p] * columns + head * width;
      let dot = 0;
      for (let c = 0; c < width; c++) dot += left[a + c] * right[b + c];
      output[p * heads + head] = dot;
    }
  }
}

/** SDDMM with `add` as a plain loop. */
export function addPlain(inputs: HostInputs<SddmmInput>, output: Float32Array, call: Call<SddmmInput>): void {
  const { left, right, row, column } = inputs;
  if (!left || !right || !row || !column) throw new Error('SDDMM needs left, right, row and column.');
  const [, columns = 0] = call.output;
  for (let p = 0; p < row.length; p++) {
    const a = row[p] * columns;
    const b = column[p] * columns;
    for (let c = 0; c < columns; c++) output[p * columns + c] = left[a + c] + right[b + c];
  }
}
