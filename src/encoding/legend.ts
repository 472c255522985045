import { largestDegree } from '../graph/degree';
import { fieldOf, fieldTitle } from '../graph/field';
import type { Graph } from '../graph/graph';
import { changeEntries } from './change';
import { classColour, classPattern } from './class-colour';
import { type ColourContext, type ColourEncoding, furthestHop } from './colours';
import { embeddingColour } from './embedding-colour';
import { fieldEntries } from './field-colour';
import { entry, type LegendEntry } from './legend-entry';
import { type Predictions, tallyOf } from './predicted';
import { confidenceColour, degreeColour, reachColour } from './sequential';
import { NEUTRAL, type Theme } from './theme';

export interface Legend {
  title: string;
  entries: LegendEntry[];
}

type LegendContext = Pick<ColourContext, 'graph' | 'hopsFromFocus' | 'predictions' | 'difference' | 'theme'>;

/** What each colour and mark stands for. */
export function legend(encoding: ColourEncoding, context: LegendContext): Legend {
  const { graph, hopsFromFocus, predictions, difference, theme } = context;
  switch (encoding) {
    case 'embedding':
      return { title: 'Embedding: alike in colour, alike in three components', entries: embeddingEntries(theme) };
    case 'class':
      return { title: 'Class', entries: classEntries(graph, theme) };
    case 'reach':
      return { title: 'Hops from the focused node', entries: reachEntries(hopsFromFocus, theme) };
    case 'degree':
      return { title: 'Degree', entries: degreeEntries(graph, theme) };
    case 'prediction':
      return {
        title: 'Predicted class, and whether it is right',
        entries: predictionEntries(graph, predictions, theme),
      };
    case 'confidence':
      return { title: 'Confidence in the predicted class', entries: confidenceEntries(graph, predictions, theme) };
    case 'change':
      return {
        title: 'How far the edits move a node, in per cent of its length',
        entries: changeEntries(difference ? difference.nodes.length < graph.nodeCount : false, theme),
      };
    default: {
      const field = fieldOf(graph, encoding);
      return { title: fieldTitle(encoding), entries: field ? fieldEntries(field, theme) : [] };
    }
  }
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

/** What is right and wrong first: of many classes not all are named. */
function predictionEntries(graph: Graph, predictions: Predictions | null, theme: Theme): LegendEntry[] {
  if (!predictions) return [entry('nothing predicted', NEUTRAL[theme])];
  const said = new Int32Array(graph.classes.length);
  for (const label of predictions.label) said[label]++;
  const classes = graph.classes.map((name, label) =>
    entry(`${name} (${counted(said[label])})`, classColour(label, theme), classPattern(label)),
  );
  return [...verdictEntries(graph, predictions, theme), ...classes];
}

function verdictEntries(graph: Graph, predictions: Predictions, theme: Theme): LegendEntry[] {
  const { right, wrong, unknown } = tallyOf(graph, predictions);
  const verdicts = [entry(`right ${counted(right)} of ${counted(right + wrong)}`, NEUTRAL[theme])];
  if (wrong > 0) verdicts.push({ ...entry(`wrong ${counted(wrong)}`, NEUTRAL[theme]), ringed: true });
  return unknown > 0 ? [...verdicts, entry(`no label ${counted(unknown)}`, NEUTRAL[theme])] : verdicts;
}

/** Lower ends of the bands that a legend of confidence counts. */
const BANDS = [0, 0.5, 0.7, 0.9];

function confidenceEntries(graph: Graph, predictions: Predictions | null, theme: Theme): LegendEntry[] {
  if (!predictions) return [entry('nothing predicted', NEUTRAL[theme])];
  const classes = graph.classes.length;
  const bands = BANDS.map((from, band): LegendEntry => {
    const to = BANDS[band + 1] ?? 1;
    const within = (share: number) => share >= from && (share < to || band === BANDS.length - 1);
    const count = predictions.confidence.reduce((sum, share) => sum + (within(share) ? 1 : 0), 0);
    const middle = confidenceColour((Math.max(from, 1 / classes) + to) / 2, classes, theme);
    return entry(`${bandName(from, to)} ${counted(count)}`, middle);
  });
  // Of two classes the likelier has half at least.
  const possible = bands.filter((_, band) => (BANDS[band + 1] ?? 1) > 1 / classes);
  const wrong = verdictEntries(graph, predictions, theme).filter(({ ringed }) => ringed);
  return [...possible, ...wrong];
}

function bandName(from: number, to: number): string {
  const percent = (share: number) => Math.round(100 * share);
  if (from === 0) return `under ${percent(to)}\u202f%:`;
  return to === 1 ? `over ${percent(from)}\u202f%:` : `${percent(from)}–${percent(to)}\u202f%:`;
}

const counted = (count: number) => count.toLocaleString('en');

/** At most six whole numbers from 0 to `last`, both included, about evenly. */
function spaced(last: number): number[] {
  const count = Math.min(last, 5);
  return count === 0 ? [0] : Array.from({ length: count + 1 }, (_, k) => Math.round((k * last) / count));
}
