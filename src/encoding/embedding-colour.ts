import { type Rgb, rgbOfOklab } from './oklab';
import type { Theme } from './theme';

/** Lightness in the middle of the embedding, and how far the third component moves it at most. */
const LIGHTNESS: Record<Theme, { middle: number; range: number }> = {
  light: { middle: 0.53, range: 0.1 },
  dark: { middle: 0.72, range: 0.14 },
};

/** Chroma at the edge of the scale. */
const CHROMA = 0.17;

/**
 * Three scores as OKLab a, b and L by one factor for all three, so the difference between two colours is as large as the
 * distance between the two nodes in the components shown. Beyond `scale` (see `embeddingScale`) it stays at the edge; what
 * a screen cannot show loses chroma.
 */
export function embeddingColour(x: number, y: number, z: number, scale: number, theme: Theme): Rgb {
  const { middle, range } = LIGHTNESS[theme];
  if (scale === 0) return rgbOfOklab([middle, 0, 0]);
  const [u, v] = [x / scale, y / scale];
  // The root of squares, not hypot, which takes ten times as long.
  const radius = Math.sqrt(u * u + v * v);
  const chroma = CHROMA / Math.max(1, radius);
  const lift = (z / scale) * CHROMA;
  return rgbOfOklab([middle + Math.min(range, Math.max(-range, lift)), u * chroma, v * chroma]);
}

const scales = new WeakMap<readonly Float32Array[], number>();

/** Nodes looked at in each hop, evenly spread. */
const LOOKED_AT = 2000;

/**
 * The score that stands at the edge of the colours: the 95th percentile of the nodes' distances from the middle at the hop
 * where it is largest. One for all hops of a trace, so a collapse shows as colours running together. 0 when all hops are
 * constant.
 */
export function embeddingScale(projections: readonly Float32Array[]): number {
  let scale = scales.get(projections);
  if (scale === undefined) {
    scale = projections.reduce((most, scores) => Math.max(most, spread(scores)), 0);
    scales.set(projections, scale);
  }
  return scale;
}

function spread(scores: Float32Array): number {
  const nodes = scores.length / 3;
  if (nodes === 0) return 0;
  const every = Math.ceil(nodes / LOOKED_AT);
  const distances = Float64Array.from({ length: Math.ceil(nodes / every) }, (_, k) => {
    const at = 3 * k * every;
    return Math.hypot(scores[at], scores[at + 1], scores[at + 2]);
  }).sort();
  return distances[Math.floor(0.95 * (distances.length - 1))];
}
