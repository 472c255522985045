/**
 * One pair's share of `dirichletNormalised`: tr(Xᵀ L̃ X) = ½ Σ_i Σ_j ã_ij ‖x_i/√d̃_i − x_j/√d̃_j‖² with
 * L̃ = I − D̃^-½ Ã D̃^-½ (Cai & Wang 2020, arXiv 2006.13318). Self-loops add nothing to the sum but count in d̃. It vanishes
 * on embeddings shaped like √d̃, whose rows are *not* equal.
 *
 * It is ‖s x_i − t x_j‖² = s t ‖x_i − x_j‖² + (s − t)(s ‖x_i‖² − t ‖x_j‖²), so that one difference serves both energies.
 * Null where the two terms cancel and the rows have to be looked at again.
 *
 * @param square ‖x_i − x_j‖²
 * @param s 1/√d̃_i, and `own` ‖x_i‖²
 * @param t 1/√d̃_j, and `others` ‖x_j‖²
 */
export function normalisedTerm(square: number, s: number, t: number, own: number, others: number): number | null {
  const along = s * t * square;
  const term = along + (s - t) * (s * own - t * others);
  return term < CANCELLED * along ? null : term;
}

/** Below this share of one of its terms a sum has lost six of its sixteen digits. */
const CANCELLED = 1e-6;

/** `rayleigh`: tr(Xᵀ L̃ X) / ‖X‖²_F, free of scale, 0 … 2; null for an all-zero embedding. */
export function rayleighQuotient(energy: number, squaredNorm: number): number | null {
  return squaredNorm === 0 ? null : energy / squaredNorm;
}
