import type { FeatureMatrix } from '../../graph/graph';
import { squaredNorm } from '../linear-algebra/matrix-rows';
import { alignTo } from './align';
import { pca } from './pca';

export interface Projection {
  /** (N, 3) row-major. */
  scores: Float32Array;
  /** Share of the hop's variance along each of the three axes shown, 0…1; all 0 for a constant hop. */
  explained: [number, number, number];
}

/**
 * One hop as three coordinates a node: its centred PCA scores, rotated or reflected onto the scores of the hop before when
 * those are given, never scaled. Throws a RangeError when `previous` belongs to another number of nodes or `embedding` holds a
 * value that is not finite, and an Error for a person when rows are so far apart that scores leave 32 bits.
 */
export function projectHop(embedding: FeatureMatrix, previous: Float32Array | null = null): Projection {
  // The sum of squares stands for every entry: it is finite only when they all are.
  if (!Number.isFinite(squaredNorm(embedding))) {
    throw new RangeError('projectHop: the embedding holds values that are not finite');
  }
  const { scores: components, total } = pca(embedding);
  const unturned = Float32Array.from(components);
  const scores = previous ? alignTo(previous, unturned) : unturned;
  if (!scores.every(Number.isFinite)) {
    throw new Error(
      'Rows are so far apart that their distances left the range of 32-bit numbers. Take a smaller gain, fewer hops, or a norm.',
    );
  }
  const explained: [number, number, number] = [0, 0, 0];
  if (total > 0) {
    scores.forEach((score, at) => {
      explained[at % 3] += (score * score) / total;
    });
  }
  return { scores, explained: explained.map((share) => Math.min(1, share)) as [number, number, number] };
}
