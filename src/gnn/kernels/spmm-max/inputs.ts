/** As in SpMM, without a divisor. */
export const MAX_INPUTS = ['x', 'pointer', 'index', 'value', 'entry'] as const;
export type MaxInput = (typeof MAX_INPUTS)[number];

/** `maximum` (R, C) and `x` (M, C) where the segments are rows; `x` by segment and `maximum` where they are columns. */
export const TIES_INPUTS = ['near', 'far', 'share', 'pointer', 'index', 'value', 'entry'] as const;
export type TiesInput = (typeof TIES_INPUTS)[number];

export const WINS_INPUTS = ['x', 'maximum', 'share', 'value', 'row', 'column'] as const;
export type WinsInput = (typeof WINS_INPUTS)[number];
