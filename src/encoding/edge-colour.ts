import type { Graph } from '../graph/graph';
import type { WiringChanges } from '../graph/wiring/changes';
import { classColour, classPattern } from './class-colour';
import { entry, type LegendEntry } from './legend-entry';
import type { Theme } from './theme';

type Typed = Pick<Graph, 'relation' | 'relations'>;

/** Of edges that a rewiring adds: the teal of the theme. */
const ADDED: Record<Theme, readonly number[]> = { light: [11, 114, 133, 255], dark: [85, 191, 207, 255] };
/** Of edges that it leaves out: paper, which the line itself is seen through a little. */
const REMOVED: Record<Theme, readonly number[]> = { light: [247, 246, 242, 200], dark: [22, 20, 18, 200] };

/**
 * (L, 4) RGBA bytes: one colour a type of edge, transparent where edges have no types or only one; those that a rewiring leaves
 * out hardly seen, and those that it adds, in a colour of their own, after the graph's. Null where nothing has a colour.
 */
export function edgeColours(
  { edgeCount, relation, relations }: Typed & Pick<Graph, 'edgeCount'>,
  theme: Theme,
  changes: WiringChanges | null = null,
): Uint8Array | null {
  const typed = relation !== null && relations.length > 1;
  if (!typed && !changes) return null;
  const colours = new Uint8Array(4 * (edgeCount + (changes?.added.source.length ?? 0)));
  if (typed) {
    const palette = relations.map((_, type) => [...classColour(type, theme), 255]);
    relation.forEach((type, edge) => {
      colours.set(palette[type], 4 * edge);
    });
  }
  for (const edge of changes?.removed ?? []) colours.set(REMOVED[theme], 4 * edge);
  for (let line = edgeCount; 4 * line < colours.length; line++) colours.set(ADDED[theme], 4 * line);
  return colours;
}

/** What the colours of edges stand for; none where edges have no types. */
export function edgeEntries({ relation, relations }: Typed, theme: Theme): LegendEntry[] {
  if (!relation || relations.length < 2) return [];
  return relations.map((name, type) => entry(name, classColour(type, theme), classPattern(type)));
}
