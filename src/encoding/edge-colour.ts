import type { Graph } from '../graph/graph';
import { classColour, classPattern } from './class-colour';
import { entry, type LegendEntry } from './legend-entry';
import type { Theme } from './theme';

type Typed = Pick<Graph, 'relation' | 'relations'>;

/** (E, 4) RGBA bytes, one colour a type of edge; null where edges have no types, or only one. */
export function edgeColours({ relation, relations }: Typed, theme: Theme): Uint8Array | null {
  if (!relation || relations.length < 2) return null;
  const palette = relations.map((_, type) => [...classColour(type, theme), 255]);
  const colours = new Uint8Array(4 * relation.length);
  relation.forEach((type, edge) => {
    colours.set(palette[type], 4 * edge);
  });
  return colours;
}

/** What the colours of edges stand for; none where edges have no types. */
export function edgeEntries({ relation, relations }: Typed, theme: Theme): LegendEntry[] {
  if (!relation || relations.length < 2) return [];
  return relations.map((name, type) => entry(name, classColour(type, theme), classPattern(type)));
}
