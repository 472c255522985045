import type { FeatureMatrix } from '../../graph/graph';
import { seededRandom } from '../../graph/random';
import { multiply, multiplyTransposed } from './products';
import { symmetricEigen } from './symmetric-eigen';

/** Always the same probes, so that the same matrix gives the same figure. */
const SEED = 1704;
/** Probes multiplied together. */
const BLOCK = 8;

/** One estimate of a sum by one probe. */
export interface SpectralSum {
  value: number;
  /** The same from half the Lanczos steps: how far they have converged. */
  halfway: number;
}

/**
 * Estimates of Σ_k f(σ_k²) over the singular values of X, for several f with f(0) = 0, without computing the values:
 * stochastic Lanczos quadrature (Ubaru, Chen & Saad 2017, SIAM J. Matrix Anal. Appl. 38). Each probe is a vector of random
 * signs, from which `steps` Lanczos steps are taken on XᵀX; X stays sparse. Costs 2 · probes · steps products with X.
 *
 * @param without (C) a unit right singular vector whose value is left out of the sums: one that outweighs all others would
 * outweigh them in the error too
 * @returns for each probe, a sum for each function: to be averaged over probes
 */
export function spectralSums(
  matrix: FeatureMatrix,
  functions: readonly ((square: number) => number)[],
  probes: number,
  steps: number,
  without: Float64Array | null = null,
): SpectralSum[][] {
  const { columns } = matrix;
  const random = seededRandom(SEED);
  const sums: SpectralSum[][] = [];
  for (let done = 0; done < probes; done += BLOCK) {
    const walks = Array.from({ length: Math.min(BLOCK, probes - done) }, () => {
      const signs = Float64Array.from({ length: columns }, () => (random.uniform() < 0.5 ? -1 : 1));
      return startedFrom(signs, without);
    });
    for (let step = 0; step < steps; step++) advance(walks, matrix, without);
    for (const walk of walks) {
      const full = quadrature(walk, steps);
      const half = quadrature(walk, Math.ceil(steps / 2));
      sums.push(functions.map((f) => ({ value: walk.square * full(f), halfway: walk.square * half(f) })));
    }
  }
  return sums;
}

/** A Lanczos recursion: two vectors of its basis and the tridiagonal matrix so far. */
interface Walk {
  /** ‖probe‖² */
  square: number;
  vector: Float64Array;
  before: Float64Array;
  diagonal: number[];
  /** As long as `diagonal`; it ends in 0 when the recursion has found all there is. */
  offDiagonal: number[];
}

function startedFrom(probe: Float64Array, without: Float64Array | null): Walk {
  if (without) remove(probe, 1, 0, without);
  const square = probe.reduce((sum, x) => sum + x * x, 0);
  const vector = square > 0 ? probe.map((x) => x / Math.sqrt(square)) : probe;
  return { square, vector, before: new Float64Array(probe.length), diagonal: [], offDiagonal: [] };
}

/** Takes its part along the unit vector `direction` off column k of a (C, b) block. */
function remove(block: Float64Array, b: number, k: number, direction: Float64Array): void {
  let along = 0;
  for (let i = 0; i < direction.length; i++) along += block[i * b + k] * direction[i];
  for (let i = 0; i < direction.length; i++) block[i * b + k] -= along * direction[i];
}

/** One step of each walk. Without reorthogonalisation: the quadrature is no worse for values that come twice. */
function advance(walks: Walk[], matrix: FeatureMatrix, without: Float64Array | null): void {
  const going = walks.filter(({ offDiagonal }) => offDiagonal.at(-1) !== 0);
  const b = going.length;
  if (b === 0) return;
  const size = matrix.columns;
  const packed = new Float64Array(size * b);
  going.forEach(({ vector }, k) => {
    for (let i = 0; i < size; i++) packed[i * b + k] = vector[i];
  });
  const image = multiplyTransposed(matrix, null, multiply(matrix, null, packed, b), b);
  going.forEach((walk, k) => {
    // At every step, or rounding would let it grow back.
    if (without) remove(image, b, k, without);
    const { vector, before, diagonal, offDiagonal } = walk;
    const last = offDiagonal.at(-1) ?? 0;
    let along = 0;
    for (let i = 0; i < size; i++) along += image[i * b + k] * vector[i];
    let square = 0;
    for (let i = 0; i < size; i++) {
      before[i] = image[i * b + k] - along * vector[i] - last * before[i];
      square += before[i] * before[i];
    }
    const length = Math.sqrt(square);
    const ended = length <= 1e-14 * (Math.abs(along) + last);
    diagonal.push(along);
    offDiagonal.push(ended ? 0 : length);
    if (!ended) for (let i = 0; i < size; i++) before[i] /= length;
    walk.vector = before;
    walk.before = vector;
  });
}

/** vᵀ f(XᵀX) v for the walk's first vector v, from its first `steps` steps: Gauss quadrature. */
function quadrature({ diagonal, offDiagonal }: Walk, steps: number): (f: (square: number) => number) => number {
  const m = Math.min(steps, diagonal.length);
  const tridiagonal = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    tridiagonal[i * m + i] = diagonal[i];
    if (i + 1 < m) tridiagonal[i * m + i + 1] = tridiagonal[(i + 1) * m + i] = offDiagonal[i];
  }
  const { values, vectors } = symmetricEigen(tridiagonal, m);
  return (f) => values.reduce((sum, value, r) => sum + vectors[r * m] ** 2 * (value > 0 ? f(value) : 0), 0);
}
