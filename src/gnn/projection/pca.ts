import type { FeatureMatrix } from '../../graph/graph';
import { columnGram, rowGram, wholeSide } from '../linear-algebra/gram';
import { leadingComponents } from '../linear-algebra/leading-components';
import { meanRow, squaredNorm } from '../linear-algebra/matrix-rows';
import { multiply } from '../linear-algebra/products';
import { symmetricEigen } from '../linear-algebra/symmetric-eigen';

export interface Pca {
  /** (N, 3) row-major scores of the centred rows: their coordinates along the three leading components, never scaled. */
  scores: Float64Array;
  /** Σ of squares of the centred matrix: N times the total variance. */
  total: number;
}

/**
 * Principal components of the rows of `embedding` (N, C), sparse or dense. Exact where N or C is at most 256, else by block
 * Krylov iteration to a residual of 1e-4 of the first variance (or as near as twelve blocks come). Each component's sign makes
 * its farthest node positive, so that the same embedding gives the same picture. A constant embedding has scores of exactly 0.
 */
export function pca(embedding: FeatureMatrix): Pca {
  const { rows, columns } = embedding;
  const centre = meanRow(embedding);
  const total = squaredNorm(embedding, centre);
  const side = wholeSide(embedding);
  let scores: Float64Array;
  if (total === 0) {
    scores = new Float64Array(rows * 3);
  } else if (side === 'rows') {
    scores = scoresFromRows(symmetricEigen(rowGram(embedding, centre), rows), rows);
  } else if (side === 'columns') {
    const { vectors } = symmetricEigen(columnGram(embedding, centre), columns);
    scores = multiply(embedding, centre, leadingThree(vectors, columns), 3);
  } else {
    scores = multiply(embedding, centre, leadingComponents(embedding, centre, 3, 1e-4).vectors, 3);
  }
  fixSigns(scores, rows);
  return { scores, total };
}

/** X = U Σ Vᵀ, so the scores X V are U Σ: the eigenvectors of X Xᵀ times the roots of its eigenvalues. */
function scoresFromRows({ values, vectors }: { values: Float64Array; vectors: Float64Array }, rows: number) {
  const scores = new Float64Array(rows * 3);
  for (let k = 0; k < Math.min(3, rows); k++) {
    const sigma = Math.sqrt(Math.max(0, values[k]));
    for (let r = 0; r < rows; r++) scores[r * 3 + k] = sigma * vectors[k * rows + r];
  }
  return scores;
}

/** The first three rows of `vectors` (n, n) as the columns of an (n, 3) matrix. */
function leadingThree(vectors: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * 3);
  for (let k = 0; k < Math.min(3, n); k++) for (let c = 0; c < n; c++) out[c * 3 + k] = vectors[k * n + c];
  return out;
}

function fixSigns(scores: Float64Array, rows: number): void {
  for (let k = 0; k < 3; k++) {
    let most = 0;
    for (let r = 0; r < rows; r++) most = Math.max(most, Math.abs(scores[r * 3 + k]));
    if (most === 0) continue;
    // The first of those that are as far to within rounding: mirror-image ties must not depend on the last bit.
    let first = 0;
    while (Math.abs(scores[first * 3 + k]) < most * (1 - 1e-6)) first++;
    if (scores[first * 3 + k] < 0) for (let r = 0; r < rows; r++) scores[r * 3 + k] *= -1;
  }
}
