/**
 * - `left` (R, C) and `right` (M, C) float32, dense rows;
 * - `row` and `column` (E) int32, where entry p stands;
 * - `edges` (E, D) float32, features of each entry; without them D is 0;
 * - `weights` (1 + D, C) float32: what a score weighs its head's columns by, then what each column of `edges` adds to them.
 */
export const SCORE_INPUTS = ['left', 'right', 'weights', 'row', 'column', 'edges'] as const;
export type ScoreInput = (typeof SCORE_INPUTS)[number];

/**
 * `near` (S, C) by segment, `far` (M, C), `pointer` (S + 1), `index` (E), `dy` (E, heads) and `edges` (E, D) in the order of
 * the segments, `weights` as above, there with `edges` alone.
 */
export const TURN_INPUTS = ['near', 'far', 'weights', 'pointer', 'index', 'dy', 'edges'] as const;
export type TurnInput = (typeof TURN_INPUTS)[number];
