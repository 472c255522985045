/**
 * `dirichlet`: (1/N) Σ_i Σ_{j ∈ N_i} ‖x_i − x_j‖², each pair seen from both ends (Rusch, Bronstein & Mishra 2023,
 * arXiv 2303.10993). 0 without edges.
 *
 * @param pairs Σ over neighbouring pairs, each once, of ‖x_i − x_j‖²
 * @param nodeCount N ≥ 1
 */
export function dirichletEnergy(pairs: number, nodeCount: number): number {
  return (2 * pairs) / nodeCount;
}

/** `dirichletRoot`: √dirichlet, the survey's own measure; it grows as the embedding does, not as its square. */
export function dirichletRoot(energy: number): number {
  return Math.sqrt(energy);
}
