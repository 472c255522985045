/**
 * - `left` (R, C) and `right` (M, C) float32, dense rows;
 * - `row` (E) and `index` (E) int32: entry p stands in row `row[p]` and column `index[p]` of the sparse matrix.
 */
export const SDDMM_INPUTS = ['left', 'right', 'row', 'index'] as const;
export type SddmmInput = (typeof SDDMM_INPUTS)[number];
