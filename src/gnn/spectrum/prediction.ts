import type { DenseMatrix } from '../../graph/graph';
import { symmetricEigen } from '../linear-algebra/symmetric-eigen';
import type { Neighbourhood } from '../measures/neighbourhood';

/** What the eigenvalues of S = D̃^-½ Ã D̃^-½ say of linear propagation X_k = S^k X₀, before any of it is computed. */
export interface Prediction {
  /** (N) eigenvalues of S, descending, −1 … 1. */
  eigenvalues: Float64Array;
  /** (K+1) E_k = tr(X_kᵀ (I − S) X_k). */
  energies: number[];
  /** (K+1) what is left of E_k in the end: the part of the largest |λ| below 1; null where there is none in X₀. */
  asymptote: number[] | null;
  /** That |λ|; null where there is none. */
  slowest: number | null;
  /** The first hop at which rounding to 32 bits hides more than 1 % of the energy; null where none does. */
  floor: number | null;
}

/** Nodes whose dense matrix is decomposed in a few seconds. */
export const MOST_NODES = 1000;

/** Eigenvalues nearer than that are one: the decomposition is exact to about 1e-15. */
const SAME = 1e-9;
/**
 * Rounding leaves about 2^-48 ‖X_k‖² in the energy of its own, and its product with the energy there: below this share of
 * ‖X_k‖² that comes to 1 % of the energy.
 */
const FLOOR = 2 ** -33;

/**
 * Exactly, in 64 bits: with S = U Λ Uᵀ, E_k = Σ_i (1 − λ_i) λ_i^{2k} ‖u_iᵀ X₀‖², and in the end only the largest |λ| below 1 is
 * left, so that distances fall as λ^k (Oono & Suzuki 2020, arXiv 1905.10947; Cai & Wang 2020, arXiv 2006.13318).
 *
 * @param x (N, C) X₀. @param hops K.
 */
export function predictEnergies(neighbourhood: Neighbourhood, x: DenseMatrix, hops: number): Prediction {
  const n = neighbourhood.nodeCount;
  const { values, vectors } = symmetricEigen(propagationMatrix(neighbourhood), n);
  // What is 1 up to rounding is 1: its share has no energy, and would else outlast all others.
  const eigenvalues = values.map((value) => (value > 1 - SAME ? 1 : value));
  const shares = Array.from({ length: n }, (_, i) => squaredProjection(vectors.subarray(i * n, i * n + n), x));
  const total = (k: number, of: (value: number) => number) =>
    eigenvalues.reduce((sum, value, i) => sum + of(value) * Math.abs(value) ** (2 * k) * shares[i], 0);
  const counts = Array.from({ length: hops + 1 }, (_, k) => k);
  const energies = counts.map((k) => total(k, (value) => 1 - value));
  const below = eigenvalues.map(Math.abs).filter((size) => size < 1 - SAME);
  const slowest = below.length > 0 ? below.reduce((most, size) => Math.max(most, size)) : null;
  const last = total(0, (value) => (slowest !== null && Math.abs(Math.abs(value) - slowest) < SAME ? 1 - value : 0));
  const hidden = counts.findIndex((k) => energies[k] < FLOOR * total(k, () => 1));
  return {
    eigenvalues,
    energies,
    asymptote: slowest !== null && slowest > 0 && last > 0 ? counts.map((k) => last * slowest ** (2 * k)) : null,
    slowest,
    floor: hidden < 0 ? null : hidden,
  };
}

/** (N, N) row-major S: the pairs' ã, scaled; on the diagonal what of d̃ is the self-loop's. */
function propagationMatrix({ nodeCount: n, pointer, other, weight, scale }: Neighbourhood): Float64Array {
  const matrix = new Float64Array(n * n);
  const alone = Float64Array.from(scale, (s) => (s > 0 ? 1 / (s * s) : 0));
  for (let i = 0; i < n; i++) {
    for (let at = pointer[i]; at < pointer[i + 1]; at++) {
      const j = other[at];
      matrix[i * n + j] = matrix[j * n + i] = weight[at] * scale[i] * scale[j];
      alone[i] -= weight[at];
      alone[j] -= weight[at];
    }
  }
  for (let i = 0; i < n; i++) matrix[i * n + i] = alone[i] * scale[i] * scale[i];
  return matrix;
}

/** ‖uᵀ X‖² */
function squaredProjection(u: Float64Array, { columns, data }: DenseMatrix): number {
  const sums = new Float64Array(columns);
  for (let v = 0; v < u.length; v++) {
    if (u[v] === 0) continue;
    for (let c = 0; c < columns; c++) sums[c] += u[v] * data[v * columns + c];
  }
  return sums.reduce((sum, value) => sum + value * value, 0);
}
