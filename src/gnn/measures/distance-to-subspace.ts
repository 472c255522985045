import type { RowSummary } from './sums';

/**
 * `distanceToSubspace`: d_M(X) = ‖X − U Uᵀ X‖_F, U the normalised √d̃ of each component (Oono & Suzuki 2020,
 * arXiv 1905.10947): how far the rows are from what they tend to under GCN's propagation, where nodes of one component
 * differ by their degree only.
 */
export function distanceToSubspace({ aboutSubspace }: RowSummary): number {
  return Math.sqrt(aboutSubspace);
}
