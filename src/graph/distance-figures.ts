import type { Distances } from './distances';

/** A figure of the whole graph, with the standard error it has as a sample's; null where all nodes were asked. */
export interface Estimate {
  value: number;
  error: number | null;
}

/** "Six degrees of separation", in figures. Distances are over ordered pairs of different nodes of which one hears the other. */
export interface DistanceFigures {
  /** Nodes asked, or null when all were and the figures are exact. */
  sampled: number | null;
  /** (D+1) mean share of the graph that a node hears from within d hops, itself included; the last holds from there on. */
  share: Estimate[];
  /** Share of pairs of which one hears the other; null on a graph of one node. */
  connected: Estimate | null;
  /** Mean distance; null where no node hears another, as with the next. */
  mean: Estimate | null;
  /**
   * Effective diameter: the distance within which 90 % of the connected pairs lie, between two whole numbers by linear
   * interpolation of their share (Leskovec, Kleinberg & Faloutsos 2007, "Graph evolution", physics/0603229).
   */
  effective: Estimate | null;
  /** The longest distance of a connected pair; when `exact` is false it is at least this. */
  diameter: { value: number; exact: boolean };
}

/** Of the connected pairs, within the effective diameter. */
const QUANTILE = 0.9;

export function distanceFigures(distances: Distances): DistanceFigures {
  const { nodeCount, asked, heard, longest } = distances;
  const exact = asked === nodeCount;
  const totals = Float64Array.from(heard, (counts) => counts.reduce((sum, count) => sum + count, 0));
  const estimate = (figure: Figure) => estimated(figure, distances, totals);
  const withEnds = (figure: Figure) => (connectedPairs(totals) > 0 ? estimate(figure) : null);
  return {
    sampled: exact ? null : asked,
    share: heard.map((_, hops) => estimate((counts, listeners) => within(counts, hops) / (listeners * nodeCount))),
    connected:
      nodeCount > 1 ? estimate((counts, listeners) => connectedPairs(counts) / (listeners * (nodeCount - 1))) : null,
    mean: withEnds(meanDistance),
    effective: withEnds(effectiveDiameter),
    diameter: { value: longest, exact },
  };
}

/** Of how many pairs lie at distance 0, 1, … (0 is every listener itself), and how many listeners counted them. */
type Figure = (counts: Float64Array, listeners: number) => number;

/**
 * The figure of all listeners, with its jackknife standard error (Efron & Tibshirani 1993, chapter 11): how it scatters when one
 * listener after the other is left out. The sample is drawn without replacement, which makes the error smaller.
 */
function estimated(figure: Figure, { nodeCount, asked, heard }: Distances, totals: Float64Array): Estimate {
  const value = figure(totals, asked);
  if (asked === nodeCount) return { value, error: null };
  const without = Float64Array.from({ length: asked }, (_, i) =>
    figure(
      totals.map((total, hops) => total - heard[hops][i]),
      asked - 1,
    ),
  );
  const mean = without.reduce((sum, one) => sum + one, 0) / asked;
  const scatter = without.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return { value, error: Math.sqrt(((asked - 1) / asked) * scatter * (1 - asked / nodeCount)) };
}

function within(counts: Float64Array, hops: number): number {
  return counts.subarray(0, hops + 1).reduce((sum, count) => sum + count, 0);
}

function connectedPairs(counts: Float64Array): number {
  return within(counts, counts.length) - (counts[0] ?? 0);
}

export function meanDistance(counts: Float64Array): number {
  return counts.reduce((sum, count, hops) => sum + hops * count, 0) / connectedPairs(counts);
}

export function effectiveDiameter(counts: Float64Array): number {
  const wanted = QUANTILE * connectedPairs(counts);
  let before = 0;
  for (let hops = 1; hops < counts.length; hops++) {
    if (before + counts[hops] >= wanted) return hops - 1 + (wanted - before) / counts[hops];
    before += counts[hops];
  }
  return counts.length - 1;
}
