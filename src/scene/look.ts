import type { SceneGraph } from './input';
import type { Look } from './stage';
import { faint, type SceneTheme } from './theme';

/** So many lines are drawn in full; more are drawn finer and fainter, so that they do not close to a solid. */
const FULL_LINES = 1_000;

/** How things are drawn that are so many. @param strength of the lines, 0…1. */
export function lookOf(theme: SceneTheme, { kind, nodeCount, lines }: SceneGraph, strength: number): Look {
  const lineCount = lines.source.length;
  const crowd = Math.max(1, lineCount / FULL_LINES);
  // Trails all run through the middle and close sooner.
  const share = kind === 'edges' ? Math.max(0.08, crowd ** -0.33) : Math.max(0.01, 1 / crowd);
  return {
    paper: theme.paper,
    ink: theme.ink,
    line: faint(kind === 'edges' ? theme.edge : theme.trail, share * strength),
    ember: theme.ember,
    lineWidth: Math.max(0.5, crowd ** -0.15),
    head: nodeCount <= 300 ? 11 : nodeCount <= 1_000 ? 8 : 4.5,
    outline: nodeCount <= 300 ? 1.5 : nodeCount <= 1_500 ? 1 : nodeCount <= 5_000 ? 0.5 : 0.25,
  };
}
