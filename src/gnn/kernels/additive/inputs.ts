/** `left` (R, C), `right` (M, C), `attention` (C), `row` and `column` (E). */
export const SCORE_INPUTS = ['left', 'right', 'attention', 'row', 'column'] as const;
export type ScoreInput = (typeof SCORE_INPUTS)[number];

/** `near` (S, C) by segment, `far` (M, C), `pointer` (S + 1), `index` (E), `dy` (E, heads), `entry` (E). */
export const TURN_INPUTS = ['near', 'far', 'pointer', 'index', 'dy', 'entry'] as const;
export type TurnInput = (typeof TURN_INPUTS)[number];
