/**
 * `score` (E, heads), or (E, 2 · heads) peaks and sums of parts of rows; `pointer` (R + 1) the segments, `entry` (E) where in
 * `score` each entry looks; without it at p.
 */
export type PeakInput = 'score' | 'pointer' | 'entry';

/** `score` (E, heads), `total` (R, 2 · heads) the peak and the sum of each row, `row` (E). */
export type WeightsInput = 'score' | 'total' | 'row';

/** `weight` and `dy` (E, heads), `sum` (R, heads) the sum of weight · dy in each row, `row` (E). */
export type GradientInput = 'weight' | 'dy' | 'sum' | 'row';
