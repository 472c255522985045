import type { ByName } from '../register';

/**
 * - `x` (M, C) float32, the dense rows;
 * - `pointer` (R + 1) int32, the segments; without it row r is entry r alone;
 * - `index` (E) int32, the row of x each entry takes; without it entry p takes row p;
 * - `value` (E) or (E, heads) float32, the factor of each entry in each head's columns; without it 1;
 * - `entry` (E) int32, where in `value` each entry looks; without it at p;
 * - `divisor` (R) float32, what each sum is divided by; without it 1.
 */
export const SPMM_INPUTS = ['x', 'pointer', 'index', 'value', 'entry', 'divisor'] as const;
export type SpmmInput = (typeof SPMM_INPUTS)[number];

/** How many heads share the columns of x. */
export const headsOf = ({ value }: ByName<'value', number[]>): number => value?.[1] ?? 1;
