import { registerGraphKernel } from '../register';
import { headsOf } from '../spmm/inputs';
import { MAX_INPUTS, type MaxInput, TIES_INPUTS, type TiesInput, WINS_INPUTS, type WinsInput } from './inputs';
import { maxPlain, tiesPlain, winsPlain } from './plain';
import { maxProgram, tiesProgram, winsProgram } from './program';

/** `output[r] = max_p value[entry[p]] · x[index[p]]`, column by column; 0 for a segment without entries. */
export const runMax = registerGraphKernel<MaxInput>({
  name: 'GraphSpmmMax',
  inputs: MAX_INPUTS,
  outputShape: ({ x, pointer }) => [(pointer?.[0] ?? 1) - 1, x?.[1] ?? 0],
  plain: maxPlain,
  simd: { run: 'spmmMax', sizes: ({ shapes, output }) => [...output, headsOf(shapes)] },
  program: maxProgram,
});

/**
 * Without `share`, by row: how many entries reach the maximum, `Σ_p [value · far[index[p]] = near[s]]`.
 * With it, by column, the gradient in x: `Σ_p [value · near[s] = far[index[p]]] · value · share[index[p]]`.
 */
export const runTies = registerGraphKernel<TiesInput>({
  name: 'GraphSpmmMaxTies',
  inputs: TIES_INPUTS,
  outputShape: ({ near }) => near ?? [],
  plain: tiesPlain,
  simd: { run: 'spmmMaxTies', sizes: ({ shapes, output }) => [...output, headsOf(shapes)] },
  program: tiesProgram,
});

/** The gradient in the values: `output[p, h] = Σ_c [value[p, h] · x[column[p], c] = maximum[row[p], c]] · share · x`. */
export const runWins = registerGraphKernel<WinsInput>({
  name: 'GraphSpmmMaxWins',
  inputs: WINS_INPUTS,
  outputShape: (shapes) => [shapes.row?.[0] ?? 0, headsOf(shapes)],
  plain: winsPlain,
  simd: { run: 'spmmMaxWins', sizes: ({ shapes, output: [entries, heads] }) => [entries, shapes.x?.[1] ?? 0, heads] },
  program: winsProgram,
});
