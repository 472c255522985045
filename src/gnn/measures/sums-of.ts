import type { FeatureMatrix } from '../../graph/graph';
import { denseSums } from './dense/sums';
import { pairEnergies } from './pair-energies';
import { rowDistance } from './row-distance';
import { sparseRowSummary } from './sparse-row-summary';
import type { Structure } from './structure';
import type { Sums } from './sums';

/** O((N + pairs)·C); linear in the stored entries for a sparse embedding with sorted rows. */
export function sumsOf(embedding: FeatureMatrix, structure: Structure): Sums {
  if (embedding.kind === 'dense') return denseSums(embedding, structure);
  const summary = sparseRowSummary(embedding, structure.subspace);
  return { summary, energies: pairEnergies(rowDistance(embedding), summary.squaredLengths, structure.neighbourhood) };
}
