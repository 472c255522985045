import type { Point } from './lasso';
import type { Stage } from './stage';
import { colourAt, radiusAt } from './tween';

/** Small nodes can be hit a little beside: so many pixels beyond their rim, and so many from their middle at least. */
const BESIDE = 2;
const LEAST = 5;

/** Alpha from which a node is there in full; what is faded lies beneath those. */
export const PRESENT = 0.9;

/**
 * The node that is seen at a place in the frame being drawn, or null. Counted, not read back from the device: that would wait
 * for all that is still being drawn there.
 *
 * @param at in the frame. @param scale pixels to one unit of the frame. @param zoom factor on all radii.
 */
export function nodeAt(stage: Stage, at: Point, scale: number, zoom: number): number | null {
  const { tween, progress: u, nodeCount } = stage;
  const { places } = tween;
  let beneath: number | null = null;
  // Drawn last, seen first.
  for (let node = nodeCount - 1; node >= 0; node--) {
    const i = 4 * node;
    const across = places[i] + (places[i + 2] - places[i]) * u - at.x;
    const up = places[i + 1] + (places[i + 3] - places[i + 1]) * u - at.y;
    const reach = Math.max(radiusAt(tween, node, u) * zoom + BESIDE, LEAST) / scale;
    if (across * across + up * up > reach * reach) continue;
    if (colourAt(tween, node, u)[3] >= 255 * PRESENT) return node;
    beneath ??= node;
  }
  return beneath;
}
