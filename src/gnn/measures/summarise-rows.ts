import type { FeatureMatrix } from '../../graph/graph';
import type { DegreeSubspace } from './degree-subspace';
import { denseRowSummary } from './dense-row-summary';
import type { RowSummary } from './row-summary';
import { sparseRowSummary } from './sparse-row-summary';

/** O(N·C), or O(stored entries + C) for a sparse embedding, which is never laid out and names no column twice in a row. */
export function summariseRows(embedding: FeatureMatrix, subspace: DegreeSubspace): RowSummary {
  return embedding.kind === 'dense' ? denseRowSummary(embedding, subspace) : sparseRowSummary(embedding, subspace);
}
