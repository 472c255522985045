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
