import { registerGraphKernel } from '../register';
import { SPMM_INPUTS, type SpmmInput } from './inputs';
import { spmmPlain } from './plain';
import { spmmProgram } from './program';

export const SPMM = 'GraphSpmm';

registerGraphKernel<SpmmInput>({
  name: SPMM,
  inputs: SPMM_INPUTS,
  outputShape: ({ x, pointer }) => [(pointer?.shape[0] ?? 1) - 1, x?.shape[1] ?? 0],
  plain: spmmPlain,
  simd(simd, at, output, [rows = 0, columns = 0]) {
    simd.spmmSum(at.x, at.pointer, at.index, at.value, at.entry, at.divisor, output, rows, columns, 1);
  },
  program: spmmProgram,
});
