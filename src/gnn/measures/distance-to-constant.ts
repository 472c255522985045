import type { RowSummary } from './sums';

/** `distanceToConstant`: ‖X − 1·mean‖_F, how far the rows are from being one point. Exactly 0 when all are equal. */
export function distanceToConstant({ aboutMean }: RowSummary): number {
  return Math.sqrt(aboutMean);
}
