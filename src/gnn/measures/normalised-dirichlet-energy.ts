/**
 * `dirichletNormalised`: tr(Xᵀ L̃ X) = ½ Σ_i Σ_j ã_ij ‖x_i/√d̃_i − x_j/√d̃_j‖² with L̃ = I − D̃^-½ (A + I) D̃^-½ and
 * d̃ = degree + 1 (Cai & Wang 2020, arXiv 2006.13318); `pair-energy.ts` computes it. Self-loops add nothing to the sum but
 * count in d̃. It vanishes on embeddings shaped like √d̃, whose rows are *not* equal.
 *
 * `rayleigh`: tr(Xᵀ L̃ X) / ‖X‖²_F, free of scale, 0 … 2; null for an all-zero embedding.
 */
export function rayleighQuotient(energy: number, squaredNorm: number): number | null {
  return squaredNorm === 0 ? null : energy / squaredNorm;
}
