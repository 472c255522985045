import type { FeatureMatrix, SparseMatrix } from '../../graph/graph';
import { denseSums } from './dense/sums';
import type { Neighbourhood } from './neighbourhood';
import { normalisedTerm } from './normalised-dirichlet-energy';
import { type RowDistance, rowDistance } from './row-distance';
import { sparseRowSummary } from './sparse-row-summary';
import { gramOf } from './spectrum';
import type { Structure } from './structure';
import type { PairEnergies, Sums } from './sums';

/** O((N + pairs)·C) and the Gram matrix; linear in the stored entries for a sparse embedding with sorted rows. */
export function sumsOf(embedding: FeatureMatrix, structure: Structure): Sums {
  return embedding.kind === 'dense' ? denseSums(embedding, structure) : sparseSums(embedding, structure);
}

function sparseSums(embedding: SparseMatrix, { neighbourhood, subspace }: Structure): Sums {
  const summary = sparseRowSummary(embedding, subspace);
  const finite = Number.isFinite(summary.squaredNorm);
  return {
    summary,
    energies: pairEnergies(rowDistance(embedding), summary.squaredLengths, neighbourhood),
    gram: finite ? gramOf(embedding) : null,
  };
}

/** @param squares (N) ‖x_i‖² */
function pairEnergies(
  distance: RowDistance,
  squares: Float64Array,
  { nodeCount, pointer, other, scale }: Neighbourhood,
): PairEnergies {
  let [plain, normalised] = [0, 0];
  for (let i = 0; i < nodeCount; i++) {
    for (let at = pointer[i]; at < pointer[i + 1]; at++) {
      const j = other[at];
      const square = distance(i, j);
      plain += square;
      normalised += normalisedTerm(square, scale[i], scale[j], squares[i], squares[j]);
    }
  }
  return { plain, normalised };
}
