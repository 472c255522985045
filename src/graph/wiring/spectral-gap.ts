import type { Graph } from '../graph';
import { seededRandom } from '../random';
import { neighbourSets } from './neighbour-sets';

/** Steps of power iteration; the gap of the slowest graphs on offer is then exact to two figures. */
const STEPS = 3000;
/** A quotient that moves less in 50 steps has arrived. */
const STILL = 1e-9;

/** A vector on its way to the second eigenvector of D^-½ A D^-½ of an undirected, simple graph. */
export interface SecondVector {
  /** (N), of length 1; 0 at nodes without edges. */
  x: Float64Array;
  /**
   * One step of power iteration with I + D^-½ A D^-½, away from the first eigenvector √d. O(N + E).
   * @returns the Rayleigh quotient of D^-½ A D^-½ before it.
   */
  step(): number;
}

/** @param neighbours (N) of each node; when edges are added to it the next steps go by them. */
export function secondVector(neighbours: readonly (readonly number[])[]): SecondVector {
  const random = seededRandom(7);
  const x = Float64Array.from(neighbours, ({ length }) => (length === 0 ? 0 : 2 * random.uniform() - 1));
  const scaled = new Float64Array(x.length);
  return {
    x,
    step() {
      let [along, degrees] = [0, 0];
      for (let v = 0; v < x.length; v++) {
        along += x[v] * Math.sqrt(neighbours[v].length);
        degrees += neighbours[v].length;
      }
      let square = 0;
      for (let v = 0; v < x.length; v++) {
        const root = Math.sqrt(neighbours[v].length);
        x[v] -= degrees > 0 ? (along / degrees) * root : 0;
        scaled[v] = root > 0 ? x[v] / root : 0;
        square += x[v] * x[v];
      }
      let [product, next] = [0, 0];
      for (let v = 0; v < x.length; v++) {
        let sum = 0;
        for (const u of neighbours[v]) sum += scaled[u];
        const moved = neighbours[v].length > 0 ? sum / Math.sqrt(neighbours[v].length) : 0;
        product += x[v] * moved;
        x[v] += moved;
        next += x[v] * x[v];
      }
      if (next > 0) for (let v = 0; v < x.length; v++) x[v] /= Math.sqrt(next);
      return square > 0 ? product / square : 0;
    },
  };
}

/**
 * 1 − λ₂ of D^-½ A D^-½: how hard the graph is to cut in two (Chung, Spectral Graph Theory, 1997). 0 for a graph in several parts,
 * nodes without edges left out. Edges count once, without direction or weight. O(steps · (N + E)), and kept for as long as the
 * graph is.
 */
export function spectralGap(graph: Graph): number {
  const known = kept.get(graph) ?? gapOf(graph);
  kept.set(graph, known);
  return known;
}

const kept = new WeakMap<Graph, number>();

function gapOf(graph: Graph): number {
  const vector = secondVector(neighbourSets(graph).map((own) => [...own]));
  let [before, quotient] = [Number.POSITIVE_INFINITY, 0];
  for (let step = 1; step <= STEPS; step++) {
    quotient = vector.step();
    if (step % 50 > 0) continue;
    if (Math.abs(before - quotient) < STILL) break;
    before = quotient;
  }
  return Math.max(0, 1 - quotient);
}
