import type { FeatureMatrix } from '../../graph/graph';
import { spectralSums } from '../linear-algebra/spectral-sums';
import type { GroupMean } from './pair-strata';
import type { Spectrum } from './spectrum';

const PROBES = 16;
const STEPS = 32;
/** Multiplications that the products may cost: a quarter of a second or two. */
const WORK = 2 ** 28;

/**
 * The effective rank (`effective-rank.ts`) of an embedding too wide for all its singular values: exp(ln Σσ − Σσ ln σ / Σσ),
 * where the leading value is known and the sums over the others are estimated with random probes. Its error is the standard
 * error over the probes and what the last half of the Lanczos steps still changed. Null where that would take too long, and
 * for an embedding that is all zero.
 */
export function estimatedRank(embedding: FeatureMatrix, { squares, leading }: Spectrum): GroupMean | null {
  const { rows, columns } = embedding;
  const entries = embedding.kind === 'dense' ? rows * columns : embedding.pointer[rows];
  if (2 * (entries + rows + columns) * PROBES * STEPS > WORK || !(squares[0] > 0)) return null;
  // σ as a share of the leading one, so that logarithms stay small.
  const share = (square: number) => Math.sqrt(square / squares[0]);
  const others = spectralSums(
    embedding,
    [share, (square) => share(square) * Math.log(share(square))],
    PROBES,
    STEPS,
    leading,
  );
  const mean = (k: number, at: 'value' | 'halfway') => others.reduce((sum, probe) => sum + probe[k][at], 0) / PROBES;
  /** The leading value's own share is 1, and its logarithm 0. */
  const totals = (at: 'value' | 'halfway') => {
    const sigma = 1 + mean(0, at);
    const entropy = Math.log(sigma) - mean(1, at) / sigma;
    return { sigma, logs: mean(1, at), rank: Math.exp(entropy) };
  };
  const { sigma, logs, rank } = totals('value');
  // How much one probe moves the entropy, to first order.
  const influence = others.map(
    ([one, log]) => ((1 + logs / sigma) * (one.value - (sigma - 1))) / sigma - (log.value - logs) / sigma,
  );
  const standard = Math.sqrt(influence.reduce((sum, x) => sum + x * x, 0) / (PROBES - 1) / PROBES);
  return {
    mean: Math.min(Math.max(1, rank), rows, columns),
    error: Math.hypot(rank * standard, rank - totals('halfway').rank),
  };
}
