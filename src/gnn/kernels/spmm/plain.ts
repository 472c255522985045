import type { HostInputs } from '../register';
import type { SpmmInput } from './inputs';

/**
 * SpMM as a plain loop over typed arrays: `output[r] = Σ_p value[entry[p]] · x[index[p]] / divisor[r]` for p in the
 * segment r of `pointer`. Runs on the CPU and, on views of its memory, under WASM.
 */
export function spmmPlain(inputs: HostInputs<SpmmInput>, output: Float32Array, shape: number[]): void {
  const { x, pointer, index, value, entry, divisor } = inputs;
  if (!x || !pointer) throw new Error('SpMM needs x and pointer.');
  const [rows = 0, columns = 0] = shape;
  output.fill(0);
  for (let r = 0; r < rows; r++) {
    const at = r * columns;
    for (let p = pointer[r]; p < pointer[r + 1]; p++) {
      const from = (index ? index[p] : p) * columns;
      const factor = value ? value[entry ? entry[p] : p] : 1;
      for (let c = 0; c < columns; c++) output[at + c] += factor * x[from + c];
    }
    if (!divisor) continue;
    const count = divisor[r];
    for (let c = 0; c < columns; c++) output[at + c] /= count;
  }
}
