import type { Call, HostInputs } from '../register';
import { headsOf, type SpmmInput } from './inputs';

/**
 * SpMM as a plain loop over typed arrays: `output[r] = Σ_p value[entry[p]] · x[index[p]] / divisor[r]` for p in the
 * segment r of `pointer`; with several heads each factor is one of its head's columns.
 */
export function spmmPlain(inputs: HostInputs<SpmmInput>, output: Float32Array, call: Call<SpmmInput>): void {
  const { x, pointer, index, value, entry, divisor } = inputs;
  if (!x) throw new Error('SpMM needs x.');
  const [rows = 0, columns = 0] = call.output;
  const heads = headsOf(call.shapes);
  const width = columns / heads;
  output.fill(0);
  for (let r = 0; r < rows; r++) {
    const at = r * columns;
    for (let p = pointer ? pointer[r] : r; p < (pointer ? pointer[r + 1] : r + 1); p++) {
      const from = (index ? index[p] : p) * columns;
      const factors = (entry ? entry[p] : p) * heads;
      for (let head = 0, c = 0; head < heads; head++) {
        const factor = value ? value[factors + head] : 1;
        for (const end = c + width; c < end; c++) output[at + c] += factor * x[from + c];
      }
    }
    if (!divisor) continue;
    const count = divisor[r];
    for (let c = 0; c < columns; c++) output[at + c] /= count;
  }
}
