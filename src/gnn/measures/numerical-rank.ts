import type { Spectrum } from './spectrum';

/** `numericalRank`: ‖X‖²_F / ‖X‖²_2, between 1 and the rank (arXiv 2502.04591). Null for an all-zero embedding. */
export function numericalRank(squaredNorm: number, { squares }: Spectrum): number | null {
  return squares[0] > 0 ? Math.max(1, squaredNorm / squares[0]) : null;
}
