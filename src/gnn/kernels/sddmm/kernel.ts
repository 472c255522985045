import { registerGraphKernel } from '../register';
import { SDDMM_INPUTS, type SddmmInput } from './inputs';
import { sddmmPlain } from './plain';
import { sddmmProgram } from './program';

export const SDDMM = 'GraphSddmm';

registerGraphKernel<SddmmInput>({
  name: SDDMM,
  inputs: SDDMM_INPUTS,
  outputShape: ({ row }) => [row?.shape[0] ?? 0],
  plain: (inputs, output, _shape, shapes) => sddmmPlain(inputs, output, shapes.left?.[1] ?? 0),
  program: ({ left }, [entries = 0]) => sddmmProgram(entries, left?.shape[1] ?? 0),
});
