import type { FeatureMatrix } from '../../graph/graph';
import { seededRandom } from '../../graph/random';
import { transposed } from '../linear-algebra/transposed';
import { type GroupMean, groupMeans, MOST_PAIRS, PAIRS_DRAWN, pairsOfRows } from './pair-strata';
import { rowDistance } from './row-distance';

export interface ColumnDifference extends GroupMean {
  /** Whether every pair of columns was looked at. */
  whole: boolean;
}

/** Multiplications that pairs of columns may cost when the Gram matrix does not give them. */
const WORK = 2 ** 25;
/** Below this share of the columns' own size a difference taken from the Gram matrix has lost half its digits. */
const CANCELLED = 1e-6;

/**
 * `colDiff`: (1/C²) Σ_a Σ_b ‖x_a/‖x_a‖₁ − x_b/‖x_b‖₁‖ over columns (Zhao & Akoglu 2020, PairNorm, arXiv 1909.12223): how
 * differently the columns are shaped. A zero column stays zero, where the paper divides by 0. Exact from the Gram matrix
 * Xᵀ X (C, C) row-major where it is given; else, or where it has lost too many digits, from pairs of columns.
 *
 * @param absoluteSums (C) ‖x_a‖₁
 */
export function colDiff(
  embedding: FeatureMatrix,
  absoluteSums: Float64Array,
  gram: Float64Array | null,
): ColumnDifference {
  return (gram && fromGram(gram, absoluteSums)) ?? fromColumns(embedding, absoluteSums);
}

/** Null where the columns are so alike that the differences drown. */
function fromGram(gram: Float64Array, absoluteSums: Float64Array): ColumnDifference | null {
  const columns = absoluteSums.length;
  let total = 0;
  let differences = 0;
  let sizes = 0;
  for (let a = 0; a < columns; a++) {
    const s = inverse(absoluteSums[a]);
    const own = s * gram[a * columns + a] * s;
    sizes += own;
    for (let b = 0; b < a; b++) {
      const t = inverse(absoluteSums[b]);
      const square = Math.max(0, own + t * gram[b * columns + b] * t - 2 * (s * gram[a * columns + b] * t));
      total += Math.sqrt(square);
      differences += square;
    }
  }
  // Mean squared difference over the pairs against the mean squared size.
  if (columns > 1 && (2 * differences) / (columns - 1) < CANCELLED * sizes) return null;
  return { mean: (2 * total) / columns ** 2, error: 0, whole: true };
}

function fromColumns(embedding: FeatureMatrix, absoluteSums: Float64Array): ColumnDifference {
  const { rows, columns } = embedding;
  const most = Math.min(MOST_PAIRS, Math.max(64, Math.floor(WORK / rows)));
  const pairs = pairsOfRows(columns, seededRandom(0), most, Math.min(most, PAIRS_DRAWN));
  const distance = rowDistance(transposed(embedding));
  const [{ mean, error }] = groupMeans(pairs, (a, b) =>
    Math.sqrt(distance(a, b, inverse(absoluteSums[a]), inverse(absoluteSums[b]))),
  );
  const others = 1 - 1 / columns;
  return { mean: mean * others, error: error * others, whole: pairs.whole[0] === 1 };
}

const inverse = (sum: number) => (sum > 0 ? 1 / sum : 0);
