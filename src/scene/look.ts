import type { Look } from './stage';
import { faint, type SceneTheme } from './theme';

/** The more there is to draw, the finer it is drawn. */
export function lookOf(theme: SceneTheme, kind: 'edges' | 'trails', nodeCount: number, lineCount: number): Look {
  const [lineWidth, share] =
    lineCount <= 1_000 ? [1, 1] : lineCount <= 6_000 ? [0.8, 0.8] : lineCount <= 30_000 ? [0.6, 0.5] : [0.5, 0.25];
  return {
    paper: theme.paper,
    line: faint(kind === 'edges' ? theme.edge : theme.trail, share),
    lineWidth,
    head: nodeCount <= 1_000 ? 7 : 4,
    outline: nodeCount <= 300 ? 1.5 : nodeCount <= 1_500 ? 1 : nodeCount <= 5_000 ? 0.5 : 0.25,
  };
}

/**
 * Radius of each node in pixels at the home camera: its area grows with its degree, and all are smaller the more there are.
 *
 * @param degrees (N)
 * @returns (N)
 */
export function radiiOf(degrees: ArrayLike<number>): Float32Array {
  const count = degrees.length;
  const typical = Math.min(9, Math.max(1.4, 70 / Math.sqrt(count)));
  let sum = 0;
  for (let v = 0; v < count; v++) sum += degrees[v];
  const mean = sum / count || 1;
  return Float32Array.from({ length: count }, (_, v) => {
    const relative = Math.sqrt((degrees[v] + 0.5 * mean) / (1.5 * mean));
    return typical * Math.min(2.2, Math.max(0.6, relative));
  });
}
