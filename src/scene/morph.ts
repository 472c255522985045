import type { Extent } from './frame';

/** Nodes in the frame, and how much of it they use. */
export interface Placed {
  /** (N, 2) */
  places: Float32Array;
  extent: Extent;
}

/** Every node `share` of the way, 0…1, from one place to the other; at either end the very same arrays. */
export function morphed(from: Placed, to: Placed, share: number): Placed {
  if (share <= 0) return from;
  if (share >= 1) return to;
  const between = (a: number, b: number) => a + (b - a) * share;
  return {
    places: from.places.map((value, i) => between(value, to.places[i])),
    extent: { x: between(from.extent.x, to.extent.x), y: between(from.extent.y, to.extent.y) },
  };
}
