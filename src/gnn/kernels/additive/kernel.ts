import { registerGraphKernel } from '../register';
import { SCORE_INPUTS, type ScoreInput, TURN_INPUTS, type TurnInput } from './inputs';
import { scorePlain, turnPlain } from './plain';
import { scoreProgram, turnProgram } from './program';

/** `output[p, h] = Σ_c attention[h, c] · leaky(left[row[p], h, c] + right[column[p], h, c])`; attributes `heads`, `slope`. */
export const runScore = registerGraphKernel<ScoreInput>({
  name: 'GraphAdditiveScore',
  inputs: SCORE_INPUTS,
  outputShape: ({ row }, { heads }) => [row?.[0] ?? 0, heads],
  plain: scorePlain,
  simd: {
    run: 'additiveScore',
    sizes: ({ shapes, attributes: { slope }, output: [entries, heads] }) => [
      entries,
      shapes.left?.[1] ?? 0,
      heads,
      slope,
    ],
  },
  program: scoreProgram,
});

/**
 * With z = near[s] + far[index[p]], column by column: `output[s] = Σ_p dy[entry[p]] · leaky′(z)`, and with the attribute
 * `value` 1 `Σ_p dy[entry[p]] · leaky(z)`; attribute `slope` besides.
 */
export const runTurn = registerGraphKernel<TurnInput>({
  name: 'GraphAdditiveTurn',
  inputs: TURN_INPUTS,
  outputShape: ({ near }) => near ?? [],
  plain: turnPlain,
  simd: {
    run: 'additiveTurn',
    sizes: ({ shapes, attributes: { slope, value }, output }) => [...output, shapes.dy?.[1] ?? 1, slope, value],
  },
  program: turnProgram,
});
