import { registerGraphKernel } from '../register';
import { headsOf, SPMM_INPUTS, type SpmmInput } from './inputs';
import { spmmPlain } from './plain';
import { spmmProgram } from './program';

export const runSpmm = registerGraphKernel<SpmmInput>({
  name: 'GraphSpmm',
  inputs: SPMM_INPUTS,
  outputShape: ({ x, pointer, index }) => [pointer ? pointer[0] - 1 : (index?.[0] ?? 0), x?.[1] ?? 0],
  plain: spmmPlain,
  simd: { run: 'spmmSum', sizes: ({ shapes, output }) => [...output, headsOf(shapes)] },
  program: spmmProgram,
});
