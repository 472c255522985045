import type { DenseMatrix } from '../../graph/graph';
import type { DegreeSubspace } from './degree-subspace';
import type { RowSummary } from './row-summary';

/** The sums of the first pass, and what the second takes from each row. */
interface Centres {
  /** (C) the mean row. */
  mean: Float64Array;
  /** (C) the mean direction over rows that are not zero. */
  direction: Float64Array;
  /** (slots, C) Uᵀ X. */
  along: Float64Array;
}

/** The summary of a dense embedding, in two passes. */
export function denseRowSummary(embedding: DenseMatrix, subspace: DegreeSubspace): RowSummary {
  const { rows, columns } = embedding;
  const summary: RowSummary = {
    rows,
    nonZero: 0,
    spread: 0,
    squaredLengths: new Float64Array(rows),
    squaredNorm: 0,
    absoluteSums: new Float64Array(columns),
    aboutMean: 0,
    aboutSubspace: 0,
  };
  const centres = sumRows(embedding, subspace, summary);
  if (Number.isFinite(summary.squaredNorm)) sumDeviations(embedding, subspace, centres, summary);
  return summary;
}

/** First pass. The mean is first row + mean of the differences from it, so that equal rows deviate by exactly 0. */
function sumRows({ rows, columns, data }: DenseMatrix, subspace: DegreeSubspace, summary: RowSummary): Centres {
  const { squaredLengths, absoluteSums } = summary;
  const shift = new Float64Array(columns);
  const direction = new Float64Array(columns);
  const along = new Float64Array(subspace.slots * columns);
  for (let r = 0, from = 0; r < rows; r++, from += columns) {
    let square = 0;
    for (let c = 0; c < columns; c++) square += data[from + c] * data[from + c];
    squaredLengths[r] = square;
    summary.squaredNorm += square;
    if (square > 0) summary.nonZero++;
    const unit = square > 0 ? 1 / Math.sqrt(square) : 0;
    const weight = subspace.weight[r];
    // A lone node's row is its own projection: it has no slot and weight 0.
    const slot = weight > 0 ? subspace.slot[r] * columns : 0;
    for (let c = 0; c < columns; c++) {
      const x = data[from + c];
      shift[c] += x - data[c];
      absoluteSums[c] += Math.abs(x);
      direction[c] += x * unit;
      if (weight > 0) along[slot + c] += x * weight;
    }
  }
  return {
    mean: shift.map((sum, c) => data[c] + sum / rows),
    direction: direction.map((sum) => sum / Math.max(1, summary.nonZero)),
    along,
  };
}

/** Second pass. Deviations are taken before they are squared: never negative, and nothing is lost near collapse. */
function sumDeviations(
  { rows, columns, data }: DenseMatrix,
  subspace: DegreeSubspace,
  { mean, direction, along }: Centres,
  summary: RowSummary,
): void {
  const { squaredLengths } = summary;
  let [aboutMean, aboutSubspace, spread] = [0, 0, 0];
  for (let r = 0, from = 0; r < rows; r++, from += columns) {
    const turned = squaredLengths[r] > 0 ? 1 : 0;
    const unit = turned && 1 / Math.sqrt(squaredLengths[r]);
    const weight = subspace.weight[r];
    const joined = weight > 0 ? 1 : 0;
    const slot = joined && subspace.slot[r] * columns;
    for (let c = 0; c < columns; c++) {
      const x = data[from + c];
      const a = x - mean[c];
      const b = x * unit - turned * direction[c];
      aboutMean += a * a;
      spread += b * b;
      if (joined) {
        const d = x - weight * along[slot + c];
        aboutSubspace += d * d;
      }
    }
  }
  Object.assign(summary, { aboutMean, aboutSubspace, spread });
}
