import { registerGraphKernel } from '../register';
import { headsOf, SPMM_INPUTS, type SpmmInput } from './inputs';
import { spmmPlain } from './plain';
import { spmmProgram } from './program';

export const runSpmm = registerGraphKernel<SpmmInput>({
  name: 'GraphSpmm',
  inputs: SPMM_INPUTS,
  outputShape: ({ x, pointer }) => [(pointer?.[0] ?? 1) - 1, x?.[1] ?? 0],
  plain: spmmPlain,
  simd(simd, at, output, { shapes, output: [rows = 0, columns = 0] }) {
    const { x, pointer, index, value, entry, divisor } = at;
    simd.spmmSum(x, pointer, index, value, entry, divisor, output, rows, columns, headsOf(shapes));
  },
  program: spmmProgram,
});
