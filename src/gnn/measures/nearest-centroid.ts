import type { FeatureMatrix } from '../../graph/graph';
import { readRow } from '../linear-algebra/matrix-rows';

export interface NearestCentroid {
  /** Of all labelled nodes, 0…1. */
  share: number;
  /** (classes) of the nodes of each class; null for a class without nodes. */
  byClass: (number | null)[];
}

/**
 * The share of labelled nodes that lie nearest to the centroid of their own class. A node as near to t centroids counts 1/t,
 * what a guess among them would get. Null when no node is labelled (−1 is unlabelled).
 */
export function nearestCentroid(embedding: FeatureMatrix, labels: Int32Array): NearestCentroid | null {
  const { rows, columns } = embedding;
  const classes = labels.reduce((most, label) => Math.max(most, label + 1), 0);
  const sizes = new Int32Array(classes);
  const centroids = new Float64Array(classes * columns);
  const origin = new Float64Array(columns);
  const row = new Float64Array(columns);
  if (rows > 0) readRow(embedding, 0, origin);
  /** Rows relative to the first: what they share cannot drown what tells them apart. */
  const read = (r: number) => {
    readRow(embedding, r, row);
    for (let c = 0; c < columns; c++) row[c] -= origin[c];
  };
  for (let r = 0; r < rows; r++) {
    if (labels[r] < 0) continue;
    read(r);
    sizes[labels[r]]++;
    for (let c = 0; c < columns; c++) centroids[labels[r] * columns + c] += row[c];
  }
  for (let at = 0; at < centroids.length; at++) centroids[at] /= Math.max(1, sizes[Math.floor(at / columns)]);

  const right = new Float64Array(classes);
  for (let r = 0; r < rows; r++) {
    const label = labels[r];
    if (label < 0) continue;
    read(r);
    const own = squaredDistance(row, centroids, label * columns, Number.POSITIVE_INFINITY);
    let tied = 1;
    for (let k = 0; k < classes && tied > 0; k++) {
      if (k === label || sizes[k] === 0) continue;
      const other = squaredDistance(row, centroids, k * columns, own);
      if (other < own) tied = 0;
      else if (other === own) tied++;
    }
    if (tied > 0) right[label] += 1 / tied;
  }
  const labelled = sizes.reduce((sum, size) => sum + size, 0);
  if (labelled === 0) return null;
  return {
    share: right.reduce((sum, count) => sum + count, 0) / labelled,
    byClass: Array.from(right, (count, label) => (sizes[label] === 0 ? null : count / sizes[label])),
  };
}

/** Columns summed between two looks at the limit. */
const STRIDE = 8;

/** ‖row − centroid‖² with the centroid at `from`; or any value above `limit` where it is above. */
function squaredDistance(row: Float64Array, centroids: Float64Array, from: number, limit: number): number {
  let sum = 0;
  for (let c = 0; c < row.length; ) {
    for (const end = Math.min(c + STRIDE, row.length); c < end; c++) {
      const difference = row[c] - centroids[from + c];
      sum += difference * difference;
    }
    if (sum > limit) break;
  }
  return sum;
}
