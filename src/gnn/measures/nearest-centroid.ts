import type { FeatureMatrix } from '../../graph/graph';
import { readRow } from '../linear-algebra/matrix-rows';

/**
 * The share of labelled nodes that lie nearest to the centroid of their own class. A node as near to t centroids counts 1/t,
 * what a guess among them would get. Null when no node is labelled (−1 is unlabelled).
 */
export function nearestCentroidShare(embedding: FeatureMatrix, labels: Int32Array): number | null {
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

  let labelled = 0;
  let right = 0;
  for (let r = 0; r < rows; r++) {
    if (labels[r] < 0) continue;
    read(r);
    labelled++;
    let least = Number.POSITIVE_INFINITY;
    let tied = 0;
    let own = false;
    for (let k = 0; k < classes; k++) {
      if (sizes[k] === 0) continue;
      let distance = 0;
      for (let c = 0; c < columns; c++) distance += (row[c] - centroids[k * columns + c]) ** 2;
      if (distance > least) continue;
      tied = distance < least ? 1 : tied + 1;
      own = k === labels[r] || (distance === least && own);
      least = distance;
    }
    if (own) right += 1 / tied;
  }
  return labelled === 0 ? null : right / labelled;
}
