import type { HostInputs } from '../register';
import type { SddmmInput } from './inputs';

/** SDDMM as a plain loop: `output[p] = Σ_c left[row[p], c] · right[index[p], c]`. */
export function sddmmPlain(inputs: HostInputs<SddmmInput>, output: Float32Array, columns: number): void {
  const { left, right, row, index } = inputs;
  if (!left || !right || !row || !index) throw new Error('SDDMM needs left, right, row and index.');
  for (let p = 0; p < output.length; p++) {
    const a = row[p] * columns;
    const b = index[p] * columns;
    let dot = 0;
    for (let c = 0; c < columns; c++) dot += left[a + c] * right[b + c];
    output[p] = dot;
  }
}
