import { degreesOf, largestDegree } from '../graph/degree';
import { fieldOf } from '../graph/field';
import type { Graph } from '../graph/graph';
import { changeColours, type Difference } from './change';
import { classColour } from './class-colour';
import { embeddingColour, embeddingScale } from './embedding-colour';
import { fieldColour } from './field-colour';
import type { Rgb } from './oklab';
import type { Predictions } from './predicted';
import { confidenceColour, degreeColour, reachColour } from './sequential';
import { NEUTRAL, type Theme } from './theme';

/** By what is computed or known of every graph, or by an attribute of the nodes. */
export type ColourEncoding =
  | 'embedding'
  | 'class'
  | 'reach'
  | 'degree'
  | 'prediction'
  | 'confidence'
  | 'change'
  | `@${string}`;

/** What colours may depend on. All of it is at hand on the page; nothing here computes with the model. */
export interface ColourContext {
  graph: Graph;
  /** (K+1) of (N, 3): the trace's projections, the same array every time for the same trace; null before the first. */
  projections: readonly Float32Array[] | null;
  /** 0…K */
  hop: number;
  /** (N) hops from which the focus node hears each node (0 itself, −1 never); null without focus. */
  hopsFromFocus: Int32Array | null;
  /** Nodes farther from the focus than so many hops are faded (their alpha); null fades none. */
  heardWithin: number | null;
  /** What the network on screen says of each node; null where nothing was learned. */
  predictions: Predictions | null;
  /** How far edits have moved the nodes; null or left out without any. */
  difference?: Difference | null;
  theme: Theme;
}

/** Alpha of a node that the focus has not heard yet. */
export const FADED = 96;

/**
 * (N, 4) RGBA bytes, one colour a node: the only door from an encoding to the programs that draw. Alpha is presence: 255,
 * or `FADED`. Where an encoding has nothing to say (no trace yet, no labels, no focus, never reached) a node is grey.
 */
export function colours(encoding: ColourEncoding, context: ColourContext): Uint8ClampedArray {
  const { graph, hopsFromFocus, heardWithin } = context;
  const colourOf = nodeColour(encoding, context);
  const out = new Uint8ClampedArray(graph.nodeCount * 4);
  for (let node = 0; node < graph.nodeCount; node++) {
    out.set(colourOf(node), node * 4);
    out[node * 4 + 3] = heardWithin === null || !hopsFromFocus || heard(hopsFromFocus[node], heardWithin) ? 255 : FADED;
  }
  return out;
}

function heard(hops: number, within: number): boolean {
  return hops >= 0 && hops <= within;
}

/** The colour of one node after another, where not all are asked for. */
export function nodeColour(encoding: ColourEncoding, context: ColourContext): (node: number) => Rgb {
  const { graph, projections, hop, hopsFromFocus, predictions, theme } = context;
  const grey = () => NEUTRAL[theme];
  switch (encoding) {
    case 'embedding': {
      if (!projections) return grey;
      const scores = projections[hop];
      const scale = embeddingScale(projections);
      return (node) => embeddingColour(scores[3 * node], scores[3 * node + 1], scores[3 * node + 2], scale, theme);
    }
    case 'class': {
      const { labels } = graph;
      return labels ? (node) => classColour(labels[node], theme) : grey;
    }
    case 'reach': {
      if (!hopsFromFocus) return grey;
      const furthest = furthestHop(hopsFromFocus);
      return (node) => (hopsFromFocus[node] < 0 ? NEUTRAL[theme] : reachColour(hopsFromFocus[node], furthest, theme));
    }
    case 'degree': {
      const [degree, largest] = [degreesOf(graph), largestDegree(graph)];
      return (node) => degreeColour(degree[node], largest, theme);
    }
    case 'prediction':
      return predictions ? (node) => classColour(predictions.label[node], theme) : grey;
    case 'confidence': {
      const classes = graph.classes.length;
      return predictions ? (node) => confidenceColour(predictions.confidence[node], classes, theme) : grey;
    }
    case 'change':
      return context.difference ? changeColours(context.difference, hop, theme) : grey;
    default: {
      const field = fieldOf(graph, encoding);
      return field ? fieldColour(field, theme) : grey;
    }
  }
}

/** The most hops that any node the focus hears is away. */
export function furthestHop(hopsFromFocus: Int32Array): number {
  return hopsFromFocus.reduce((most, hops) => Math.max(most, hops), 0);
}
