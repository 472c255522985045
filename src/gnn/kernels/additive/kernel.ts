import { registerGraphKernel } from '../register';
import { SCORE_INPUTS, type ScoreInput, TURN_INPUTS, type TurnInput } from './inputs';
import { scorePlain, turnPlain } from './plain';
import { scoreProgram, turnProgram } from './program';

// Both compute what meets in an entry, z[p] = left[row[p]] + right[column[p]] + Σ_d edges[p, d] · weights[1 + d], column by
// column where they need it. f is the leaky ReLU of attribute `slope`, or its slope at z with the attribute `derivative` 1.

/** `output[p, h] = Σ_c weights[0, h, c] · f(z[p, h, c])`; attribute `heads` besides. */
export const runScore = registerGraphKernel<ScoreInput>({
  name: 'GraphAdditiveScore',
  inputs: SCORE_INPUTS,
  outputShape: ({ row }, { heads }) => [row?.[0] ?? 0, heads],
  plain: scorePlain,
  simd: {
    run: 'additiveScore',
    sizes: ({ shapes: { left, edges }, attributes: { slope, derivative }, output }) => {
      const [entries, heads] = output;
      return [entries, left?.[1] ?? 0, heads, edges?.[1] ?? 0, slope, derivative];
    },
  },
  program: scoreProgram,
});

/** `output[s, h, c] = Σ_p dy[p, h] · f(z[p, h, c])` over the entries of each segment; `near` and `far` are the two ends. */
export const runTurn = registerGraphKernel<TurnInput>({
  name: 'GraphAdditiveTurn',
  inputs: TURN_INPUTS,
  outputShape: ({ near }) => near ?? [],
  plain: turnPlain,
  simd: {
    run: 'additiveTurn',
    sizes: ({ shapes: { dy, edges }, attributes: { slope, derivative }, output }) => {
      return [...output, dy?.[1] ?? 1, edges?.[1] ?? 0, slope, derivative];
    },
  },
  program: turnProgram,
});
