/** `score` (E, heads), `pointer` (R + 1) the segments, `entry` (E) where in `score` each entry looks; without it at p. */
export type LogSumExpInput = 'score' | 'pointer' | 'entry';

/** `score` (E, heads), `total` (R, heads) the log-sum-exp of each row, `row` (E). */
export type WeightsInput = 'score' | 'total' | 'row';

/** `weight` and `dy` (E, heads), `sum` (R, heads) the sum of weight · dy in each row, `row` (E). */
export type GradientInput = 'weight' | 'dy' | 'sum' | 'row';
