/**
 * - `x` (M, C) float32, the dense rows;
 * - `pointer` (R + 1) int32, the segments;
 * - `index` (E) int32, the row of x each entry takes; without it entry p takes row p;
 * - `value` (E) float32, the factor of each entry; without it 1;
 * - `entry` (E) int32, where in `value` each entry looks; without it at p;
 * - `divisor` (R) float32, what each sum is divided by; without it 1.
 */
export const SPMM_INPUTS = ['x', 'pointer', 'index', 'value', 'entry', 'divisor'] as const;
export type SpmmInput = (typeof SPMM_INPUTS)[number];
