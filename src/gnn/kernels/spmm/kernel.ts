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
  program: spmmProgram,
});
