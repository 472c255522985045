/**
 * Scores to drawing coordinates. 'true' divides every hop by the same number, so what shrinks in the embedding shrinks on
 * screen; 'zoomed' fills the frame at each hop, and says by how much with `zoomFactor`.
 */
export type PositionScale = 'true' | 'zoomed';

/** Half the width and height, in the units of the scores, that hold every node around the middle. */
export interface HalfSize {
  width: number;
  height: number;
}

/** A hop this much smaller than the largest is rounding, not structure: zooming goes no further. */
const MOST_ZOOM = 1e6;

/** What must fit the frame at `hop`. */
export function halfSize(projections: readonly Float32Array[], hop: number, scale: PositionScale): HalfSize {
  const whole = sizeOfAll(projections);
  if (scale === 'true') return whole;
  const own = sizeOf(projections[hop]);
  const least = largest(whole) / MOST_ZOOM;
  if (largest(own) === 0) return whole;
  return largest(own) < least ? { width: least, height: least } : own;
}

/** How many times larger 'zoomed' draws `hop` than 'true' does; 1 for a constant hop. */
export function zoomFactor(projections: readonly Float32Array[], hop: number): number {
  const whole = largest(sizeOfAll(projections));
  const own = largest(sizeOf(projections[hop]));
  return own === 0 ? 1 : Math.min(MOST_ZOOM, whole / own);
}

/** (N, 2) the first two components of `hop`, in a frame from −1 to 1 on its longer side. */
export function embeddingPositions(
  projections: readonly Float32Array[],
  hop: number,
  scale: PositionScale,
): Float32Array {
  const scores = projections[hop];
  const whole = largest(sizeOfAll(projections));
  const factor = whole === 0 ? 0 : (scale === 'zoomed' ? zoomFactor(projections, hop) : 1) / whole;
  return Float32Array.from({ length: (scores.length / 3) * 2 }, (_, i) => scores[(i >> 1) * 3 + (i & 1)] * factor);
}

const sizes = new WeakMap<readonly Float32Array[], HalfSize>();

function sizeOfAll(projections: readonly Float32Array[]): HalfSize {
  let size = sizes.get(projections);
  if (!size) {
    const all = projections.map(sizeOf);
    size = { width: Math.max(0, ...all.map((one) => one.width)), height: Math.max(0, ...all.map((one) => one.height)) };
    sizes.set(projections, size);
  }
  return size;
}

function sizeOf(scores: Float32Array): HalfSize {
  let [width, height] = [0, 0];
  for (let i = 0; i < scores.length; i += 3) {
    width = Math.max(width, Math.abs(scores[i]));
    height = Math.max(height, Math.abs(scores[i + 1]));
  }
  return { width, height };
}

function largest({ width, height }: HalfSize): number {
  return Math.max(width, height);
}
