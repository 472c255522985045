import type { FeatureMatrix } from '../../graph/graph';
import { seededRandom } from '../../graph/random';
import { multiply, multiplyTransposed } from './products';
import { symmetricEigen } from './symmetric-eigen';

export interface LeadingComponents {
  /** (count) the largest squared singular values, descending; 0 beyond the rank. */
  values: Float64Array;
  /** (C, count) row-major: their right singular vectors. */
  vectors: Float64Array;
  /** Largest ‖G v − θ v‖ over the pairs returned, as a share of the first value: a bound on each value's error. */
  error: number;
}

/** Always the same start, so that the same matrix gives the same picture. */
const SEED = 1504;
const MAX_BLOCKS = 12;

/**
 * The `count` leading singular pairs of X − 1 centreᵀ by randomised block Krylov iteration (Musco & Musco 2015,
 * arXiv 1504.05477): products with X and Xᵀ only, X stays sparse. Stops at an error of `tolerance` or after 12 blocks.
 */
export function leadingComponents(
  matrix: FeatureMatrix,
  centre: Float64Array | null,
  count: number,
  tolerance: number,
): LeadingComponents {
  const { columns } = matrix;
  const width = Math.min(columns, count + 3);
  const random = seededRandom(SEED);
  /** Rows are orthonormal directions in column space, and `images` their products with G = XᵀX. */
  const basis: Float64Array[] = [];
  const images: Float64Array[] = [];
  let candidates: Float64Array[] = Array.from({ length: width }, () =>
    Float64Array.from({ length: columns }, () => random.normal()),
  );
  let found: LeadingComponents = {
    values: new Float64Array(count),
    vectors: new Float64Array(columns * count),
    error: 0,
  };
  for (let block = 0; block < MAX_BLOCKS; block++) {
    const added = candidates.filter((vector) => {
      if (!orthonormalise(vector, basis)) return false;
      basis.push(vector);
      return true;
    });
    if (added.length === 0) break;
    const packed = pack(added, columns);
    const image = multiplyTransposed(matrix, centre, multiply(matrix, centre, packed, added.length), added.length);
    candidates = unpack(image, columns, added.length);
    for (const vector of candidates) images.push(vector.slice());
    found = ritz(basis, images, columns, count);
    if (found.error <= tolerance) break;
  }
  return found;
}

/** Makes `vector` a unit vector orthogonal to `basis`; false when nothing but rounding is left of it. */
function orthonormalise(vector: Float64Array, basis: readonly Float64Array[]): boolean {
  const before = Math.sqrt(dot(vector, vector));
  if (before === 0) return false;
  for (let i = 0; i < vector.length; i++) vector[i] /= before;
  // Twice: one pass of Gram–Schmidt leaves a share of what it cancels.
  for (let pass = 0; pass < 2; pass++) {
    for (const other of basis) {
      const along = dot(vector, other);
      for (let i = 0; i < vector.length; i++) vector[i] -= along * other[i];
    }
  }
  const after = Math.sqrt(dot(vector, vector));
  if (after < 1e-10) return false;
  for (let i = 0; i < vector.length; i++) vector[i] /= after;
  return true;
}

/** Rayleigh–Ritz: the best pairs inside the span of `basis`. */
function ritz(
  basis: readonly Float64Array[],
  images: readonly Float64Array[],
  columns: number,
  count: number,
): LeadingComponents {
  const size = basis.length;
  const small = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) small[i * size + j] = small[j * size + i] = dot(basis[i], images[j]);
  }
  const eigen = symmetricEigen(small, size);
  const values = new Float64Array(count);
  const vectors = new Float64Array(columns * count);
  let error = 0;
  for (let k = 0; k < Math.min(count, size); k++) {
    const theta = Math.max(0, eigen.values[k]);
    values[k] = theta;
    let residual = 0;
    for (let c = 0; c < columns; c++) {
      let vector = 0;
      let image = 0;
      for (let i = 0; i < size; i++) {
        const share = eigen.vectors[k * size + i];
        vector += share * basis[i][c];
        image += share * images[i][c];
      }
      vectors[c * count + k] = vector;
      residual += (image - theta * vector) ** 2;
    }
    error = Math.max(error, Math.sqrt(residual));
  }
  return { values, vectors, error: values[0] > 0 ? error / values[0] : 0 };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function pack(vectors: readonly Float64Array[], columns: number): Float64Array {
  const b = vectors.length;
  const out = new Float64Array(columns * b);
  vectors.forEach((vector, k) => {
    for (let c = 0; c < columns; c++) out[c * b + k] = vector[c];
  });
  return out;
}

function unpack(block: Float64Array, columns: number, b: number): Float64Array[] {
  return Array.from({ length: b }, (_, k) => Float64Array.from({ length: columns }, (_, c) => block[c * b + k]));
}
