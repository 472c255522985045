import type { FeatureMatrix } from '../../graph/graph';

/** How the rows of an embedding point, whatever their lengths. */
export interface Directions {
  rows: number;
  /** Rows with an entry other than 0; only these point anywhere. */
  nonZero: number;
  /** Σ ‖x̂ − mean x̂‖² over those rows, x̂ = x/‖x‖: 0 when all point one way. */
  spread: number;
}

/**
 * One pass for the mean direction and one for the spread about it, O(N·C) or O(entries) when sparse. The dense spread sums
 * squares, so it is never negative and stays exact where 1 − cos would be lost in rounding.
 */
export function directionsOf(embedding: FeatureMatrix): Directions {
  const { rows, columns } = embedding;
  const lengths = rowLengths(embedding);
  let nonZero = 0;
  for (const length of lengths) if (length > 0) nonZero++;
  const mean = new Float64Array(columns);
  if (nonZero === 0) return { rows, nonZero, spread: 0 };

  if (embedding.kind === 'sparse') {
    const { pointer, index, value } = embedding;
    for (let r = 0; r < rows; r++) {
      if (lengths[r] === 0) continue;
      for (let at = pointer[r]; at < pointer[r + 1]; at++)
        mean[index[at]] += (value ? value[at] : 1) / lengths[r] / nonZero;
    }
    // Σ ‖x̂‖² is the number of rows, so nothing need be made dense.
    const spread = nonZero * (1 - mean.reduce((sum, x) => sum + x * x, 0));
    return { rows, nonZero, spread: Math.max(0, spread) };
  }

  const { data } = embedding;
  for (let r = 0, at = 0; r < rows; r++) {
    const share = lengths[r] > 0 ? 1 / lengths[r] / nonZero : 0;
    for (let c = 0; c < columns; c++, at++) mean[c] += data[at] * share;
  }
  let spread = 0;
  for (let r = 0; r < rows; r++) {
    if (lengths[r] === 0) continue;
    const unit = 1 / lengths[r];
    for (let c = 0, at = r * columns; c < columns; c++, at++) spread += (data[at] * unit - mean[c]) ** 2;
  }
  return { rows, nonZero, spread };
}

function rowLengths(embedding: FeatureMatrix): Float64Array {
  const { rows, columns } = embedding;
  const lengths = new Float64Array(rows);
  for (let r = 0; r < rows; r++) {
    let sum = 0;
    if (embedding.kind === 'dense') {
      for (let c = 0, at = r * columns; c < columns; c++, at++) sum += embedding.data[at] ** 2;
    } else {
      for (let at = embedding.pointer[r]; at < embedding.pointer[r + 1]; at++) sum += (embedding.value?.[at] ?? 1) ** 2;
    }
    lengths[r] = Math.sqrt(sum);
  }
  return lengths;
}
