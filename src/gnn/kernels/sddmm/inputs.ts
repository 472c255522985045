/**
 * - `left` (R, C) and `right` (M, C) float32, dense rows;
 * - `row` (E) and `column` (E) int32: entry p stands in row `row[p]` and column `column[p]` of the sparse matrix.
 */
export const SDDMM_INPUTS = ['left', 'right', 'row', 'column'] as const;
export type SddmmInput = (typeof SDDMM_INPUTS)[number];
