import { registerGraphKernel } from '../register';
import { SDDMM_INPUTS, type SddmmInput } from './inputs';
import { addPlain, dotPlain } from './plain';
import { addProgram, dotProgram } from './program';

/** `output[p, h] = Σ_c left[row[p], h, c] · right[column[p], h, c]`, (E, heads); attribute `heads`. */
export const runDot = registerGraphKernel<SddmmInput>({
  name: 'GraphSddmmDot',
  inputs: SDDMM_INPUTS,
  outputShape: ({ row }, { heads }) => [row?.[0] ?? 0, heads],
  plain: dotPlain,
  simd: { run: 'sddmmDot', sizes: ({ shapes, output: [entries, heads] }) => [entries, shapes.left?.[1] ?? 0, heads] },
  program: dotProgram,
});

/** `output[p] = left[row[p]] + right[column[p]]`, (E, C). */
export const runAdd = registerGraphKernel<SddmmInput>({
  name: 'GraphSddmmAdd',
  inputs: SDDMM_INPUTS,
  outputShape: ({ row, left }) => [row?.[0] ?? 0, left?.[1] ?? 0],
  plain: addPlain,
  simd: { run: 'sddmmAdd', sizes: ({ output }) => output },
  program: addProgram,
});
