/** A view whose smaller side has so many pixels draws nodes as large as they are given. */
const FULL_SIDE = 560;

/** In the smallest view they have this share of it. */
const SMALLEST = 0.5;

/** What a typical node's radius may take of the way to its nearest: two of them leave some of their edge in sight. */
const OF_SPACING = 0.3;

/** Pixels: smaller radii than this are hard to see. Where nodes are still nearer to each other, they overlap. */
const LEAST_RADIUS = 2;

/** Of so many nodes the shape of the whole is seen, not one by one: then less will do, and the whole does not close to a carpet. */
const CROWD = 5_000;
const LEAST_IN_A_CROWD = 1.25;

/** So many nodes that may lie on each other are drawn in full; of more each is smaller, so that together they cover as much. */
const FULL_PILE = 1_000;

/**
 * The factor on all radii that the room asks for, at most 1.
 *
 * @param radii (N) pixels.
 * @param side pixels of the view's smaller side.
 * @param gap pixels from a typical node to its nearest at the home camera, or null where nodes may lie on each other.
 */
export function nodeScale(radii: Float32Array, side: number, gap: number | null): number {
  if (radii.length === 0) return 1;
  const typical = median(radii);
  const forView = Math.max(SMALLEST, side / FULL_SIDE);
  const least = radii.length < CROWD ? LEAST_RADIUS : LEAST_IN_A_CROWD;
  const fitting = gap === null ? typical * Math.sqrt(FULL_PILE / radii.length) : OF_SPACING * gap;
  return Math.min(1, forView, Math.max(least, fitting) / typical);
}

/** Distances that are measured at most, give or take: it is done again for every frame of a layout. */
const MOST_DISTANCES = 500_000;
const FEWEST_NODES = 16;

/** The median distance from a node to its nearest, of a sample that is large enough; infinite for a single node. */
export function spacing(places: Float32Array, nodeCount: number): number {
  const sampled = Math.min(nodeCount, Math.max(FEWEST_NODES, Math.floor(MOST_DISTANCES / Math.max(1, nodeCount))));
  const nearest = new Float64Array(sampled).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < sampled; i++) {
    const node = Math.floor((i * nodeCount) / sampled);
    for (let other = 0; other < nodeCount; other++) {
      if (other === node) continue;
      const dx = places[2 * other] - places[2 * node];
      const dy = places[2 * other + 1] - places[2 * node + 1];
      nearest[i] = Math.min(nearest[i], dx * dx + dy * dy);
    }
  }
  return Math.sqrt(median(nearest));
}

/** Infinite when there are none. */
function median(values: Float32Array | Float64Array): number {
  return values.length === 0 ? Number.POSITIVE_INFINITY : values.toSorted()[values.length >> 1];
}
