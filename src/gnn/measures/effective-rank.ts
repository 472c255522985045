import type { Spectrum } from './spectrum';

/**
 * `effectiveRank`: exp of the entropy of σ/Σσ (Roy & Vetterli 2007). 1 when all rows are multiples of one, min(N, C) when the
 * singular values σ are equal. It falls where energies mislead (arXiv 2502.04591). Null for an all-zero embedding, or when
 * not all singular values are known.
 */
export function effectiveRank({ squares, complete }: Spectrum): number | null {
  if (!complete || !(squares[0] > 0)) return null;
  const sigma = squares.map(Math.sqrt);
  const total = sigma.reduce((sum, value) => sum + value, 0);
  let entropy = 0;
  for (const value of sigma) if (value > 0) entropy -= (value / total) * Math.log(value / total);
  return Math.exp(entropy);
}
