import type { Look } from './stage';
import { faint, type SceneTheme } from './theme';

/** So many lines are drawn in full; more are drawn finer and fainter, so that they do not close to a solid. */
const FULL_LINES = 1_000;

/** How things are drawn that are so many. */
export function lookOf(theme: SceneTheme, kind: 'edges' | 'trails', nodeCount: number, lineCount: number): Look {
  const crowd = Math.max(1, lineCount / FULL_LINES);
  // Trails all run through the middle and close sooner.
  const share = kind === 'edges' ? crowd ** -0.33 : crowd ** -0.5;
  return {
    paper: theme.paper,
    line: faint(kind === 'edges' ? theme.edge : theme.trail, Math.max(0.08, share)),
    lineWidth: Math.max(0.5, crowd ** -0.15),
    head: nodeCount <= 1_000 ? 7 : 4,
    outline: nodeCount <= 300 ? 1.5 : nodeCount <= 1_500 ? 1 : nodeCount <= 5_000 ? 0.5 : 0.25,
  };
}
