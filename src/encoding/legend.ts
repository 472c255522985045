import type { Graph } from '../graph/graph';
import { classColour, classPattern } from './class-colour';
import { type ColourEncoding, furthestHop } from './colours';
import { largestDegree } from './degree';
import { embeddingColour } from './embedding-colour';
import { css } from './oklab';
import { degreeColour, reachColour } from './sequential';
import { NEUTRAL, type Theme } from './theme';

export interface LegendEntry {
  label: string;
  /** CSS colour. */
  colour: string;
  /** 0 plain; 1, 2, … the colour is used again and needs a second mark. */
  pattern: number;
}

export interface Legend {
  title: string;
  entries: LegendEntry[];
}

/** What each colour stands for. `hopsFromFocus` as in `ColourContext`. */
export function legend(encoding: ColourEncoding, graph: Graph, hopsFromFocus: Int32Array | null, theme: Theme): Legend {
  switch (encoding) {
    case 'embedding':
      return { title: 'Embedding: alike in colour, alike in three components', entries: embeddingEntries(theme) };
    case 'class':
      return { title: 'Class', entries: classEntries(graph, theme) };
    case 'reach':
      return { title: 'Hops from the focused node', entries: reachEntries(hopsFromFocus, theme) };
    case 'degree':
      return { title: 'Degree', entries: degreeEntries(graph, theme) };
  }
}

function entry(label: string, colour: Parameters<typeof css>[0], pattern = 0): LegendEntry {
  return { label, colour: css(colour), pattern };
}

function embeddingEntries(theme: Theme): LegendEntry[] {
  const ends: [label: string, x: number, y: number, z: number][] = [
    ['component 1 high', 1, 0, 0],
    ['component 1 low', -1, 0, 0],
    ['component 2 high', 0, 1, 0],
    ['component 2 low', 0, -1, 0],
    ['component 3 high', 0, 0, 1],
    ['component 3 low', 0, 0, -1],
    ['in the middle', 0, 0, 0],
  ];
  return ends.map(([label, x, y, z]) => entry(label, embeddingColour(x, y, z, 1, theme)));
}

function classEntries({ labels, classes }: Graph, theme: Theme): LegendEntry[] {
  const named = classes.map((name, label) => entry(name, classColour(label, theme), classPattern(label)));
  return !labels || labels.includes(-1) ? [...named, entry('no label', NEUTRAL[theme])] : named;
}

function reachEntries(hopsFromFocus: Int32Array | null, theme: Theme): LegendEntry[] {
  if (!hopsFromFocus) return [entry('no node in focus', NEUTRAL[theme])];
  const furthest = furthestHop(hopsFromFocus);
  const entries = spaced(furthest).map((hops) =>
    entry(hops === 0 ? 'itself' : hops === 1 ? '1 hop' : `${hops} hops`, reachColour(hops, furthest, theme)),
  );
  return hopsFromFocus.includes(-1) ? [...entries, entry('never heard', NEUTRAL[theme])] : entries;
}

function degreeEntries(graph: Graph, theme: Theme): LegendEntry[] {
  const largest = largestDegree(graph);
  const steps = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].filter((degree) => degree < largest * 0.8);
  const some = steps.filter((_, k) => (steps.length - 1 - k) % Math.ceil(steps.length / 4) === 0);
  return [...some, largest].map((degree) => entry(String(degree), degreeColour(degree, largest, theme)));
}

/** At most six whole numbers from 0 to `last`, both included, about evenly. */
function spaced(last: number): number[] {
  const count = Math.min(last, 5);
  return count === 0 ? [0] : Array.from({ length: count + 1 }, (_, k) => Math.round((k * last) / count));
}
