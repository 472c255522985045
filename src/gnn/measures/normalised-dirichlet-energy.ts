/**
 * One pair's share of `dirichletNormalised`: tr(Xᵀ L̃ X) = ½ Σ_i Σ_j ã_ij ‖x_i/√d̃_i − x_j/√d̃_j‖² with
 * L̃ = I − D̃^-½ (A + I) D̃^-½ and d̃ = degree + 1 (Cai & Wang 2020, arXiv 2006.13318). Self-loops add nothing to the sum but
 * count in d̃. It vanishes on embeddings shaped like √d̃, whose rows are *not* equal.
 *
 * Given by ‖x_i − x_j‖², s = 1/√d̃_i, t = 1/√d̃_j, ‖x_i‖² and ‖x_j‖², so that one difference serves both energies. Over all
 * pairs this rounds at 1e-16 of ‖X‖², a hundredth of what the rounding of X to float32 leaves there.
 */
export function normalisedTerm(square: number, s: number, t: number, own: number, others: number): number {
  return Math.max(0, s * t * square + (s - t) * (s * own - t * others));
}

/** `rayleigh`: tr(Xᵀ L̃ X) / ‖X‖²_F, free of scale, 0 … 2; null for an all-zero embedding. */
export function rayleighQuotient(energy: number, squaredNorm: number): number | null {
  return squaredNorm === 0 ? null : energy / squaredNorm;
}
