import type { FeatureMatrix } from '../../graph/graph';
import type { Neighbourhood } from './neighbourhood';
import { pairEnergy } from './pair-energy';

/**
 * `dirichlet`: (1/N) Σ_i Σ_{j ∈ N_i} ‖x_i − x_j‖², each pair seen from both ends (Rusch, Bronstein & Mishra 2023,
 * arXiv 2303.10993). The survey's measure is its root, `dirichletRoot`. 0 without edges; `embedding` has N ≥ 1 rows.
 */
export function dirichletEnergy(embedding: FeatureMatrix, neighbourhood: Neighbourhood): number {
  return (2 * pairEnergy(embedding, neighbourhood)) / neighbourhood.nodeCount;
}
