import type { Call, HostInputs } from '../register';
import { headsOf } from '../spmm/inputs';
import type { MaxInput, TiesInput, WinsInput } from './inputs';

export function maxPlain(inputs: HostInputs<MaxInput>, output: Float32Array, call: Call<MaxInput>): void {
  const { x, pointer, index, value, entry } = inputs;
  if (!x || !pointer) throw new Error('SpMM needs x and pointer.');
  const [rows = 0, columns = 0] = call.output;
  const heads = headsOf(call.shapes);
  const width = columns / heads;
  output.fill(0);
  for (let r = 0; r < rows; r++) {
    for (let p = pointer[r]; p < pointer[r + 1]; p++) {
      const from = (index ? index[p] : p) * columns;
      const factors = (entry ? entry[p] : p) * heads;
      for (let c = 0; c < columns; c++) {
        const factor = value ? value[factors + Math.floor(c / width)] : 1;
        const term = factor * x[from + c];
        const at = r * columns + c;
        output[at] = p === pointer[r] ? term : Math.max(term, output[at]);
      }
    }
  }
}

export function tiesPlain(inputs: HostInputs<TiesInput>, output: Float32Array, call: Call<TiesInput>): void {
  const { near, far, share, pointer, index, value, entry } = inputs;
  if (!near || !far || !pointer || !index) throw new Error('Ties need near, far, pointer and index.');
  const [segments = 0, columns = 0] = call.output;
  const heads = headsOf(call.shapes);
  const width = columns / heads;
  output.fill(0);
  for (let s = 0; s < segments; s++) {
    for (let p = pointer[s]; p < pointer[s + 1]; p++) {
      const factors = (entry ? entry[p] : p) * heads;
      for (let c = 0; c < columns; c++) {
        const factor = value ? value[factors + Math.floor(c / width)] : 1;
        const [here, there] = [near[s * columns + c], far[index[p] * columns + c]];
        const [maximum, x] = share ? [there, here] : [here, there];
        // The maximum was rounded when it was stored, so the product has to be.
        if (Math.fround(factor * x) !== maximum) continue;
        output[s * columns + c] += share ? factor * share[index[p] * columns + c] : 1;
      }
    }
  }
}

export function winsPlain(inputs: HostInputs<WinsInput>, output: Float32Array, call: Call<WinsInput>): void {
  const { x, maximum, share, value, row, column } = inputs;
  if (!x || !maximum || !share || !value || !row || !column) throw new Error('Wins need every input.');
  const columns = call.shapes.x?.[1] ?? 0;
  const heads = headsOf(call.shapes);
  const width = columns / heads;
  for (let i = 0; i < output.length; i++) {
    const [p, head] = [Math.floor(i / heads), i % heads];
    const a = row[p] * columns + head * width;
    const b = column[p] * columns + head * width;
    let sum = 0;
    for (let c = 0; c < width; c++) {
      if (Math.fround(value[i] * x[b + c]) === maximum[a + c]) sum += share[a + c] * x[b + c];
    }
    output[i] = sum;
  }
}
