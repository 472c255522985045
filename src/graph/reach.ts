import { adjacencyOf } from './adjacency';
import type { Graph } from './graph';
import { hearInParallel, LISTENERS_A_PASS } from './parallel-bfs';
import { sampleNodes } from './sample-nodes';

export interface Reach {
  /** (K+1) mean share of the graph that a node hears from within k hops, itself included. */
  share: Float64Array;
  /** How many nodes were asked, or null when all were and the shares are exact. */
  sampled: number | null;
  /** (K+1) standard error of the shares; null when exact. */
  standardError: Float64Array | null;
}

export interface ReachOptions {
  /** Up to so many nodes every node is asked. */
  sampleAbove?: number;
  /** Nodes asked above that, drawn without replacement. */
  sampleSize?: number;
  seed?: number;
}

/** Mean reach for hops 0…maxHops. Exact up to 4,000 nodes, else from a seeded sample of 256 with its standard error. */
export function reach(graph: Graph, maxHops: number, options: ReachOptions = {}): Reach {
  if (!Number.isInteger(maxHops) || maxHops < 0)
    throw new RangeError(`maxHops is ${maxHops}: it must be a whole number from 0`);
  const { sampleAbove = 4000, sampleSize = 256, seed = 0 } = options;
  const { nodeCount } = graph;
  const sampling = nodeCount > sampleAbove && sampleSize < nodeCount;
  const listeners = sampleNodes(nodeCount, sampling ? sampleSize : nodeCount, seed);

  // Σ and Σ² over listeners of the share heard within k hops.
  const sum = new Float64Array(maxHops + 1);
  const squares = new Float64Array(maxHops + 1);
  const adjacency = adjacencyOf(graph);
  for (let first = 0; first < listeners.length; first += LISTENERS_A_PASS) {
    const some = listeners.subarray(first, first + LISTENERS_A_PASS);
    const within = new Float64Array(some.length);
    let done = 0;
    const addHop = (hop: number) => {
      for (const count of within) {
        sum[hop] += count / nodeCount;
        squares[hop] += (count / nodeCount) ** 2;
      }
    };
    hearInParallel(adjacency, some, maxHops, (hop, heard) => {
      for (let i = 0; i < heard.length; i++) within[i] += heard[i];
      addHop(hop);
      done = hop;
    });
    for (let hop = done + 1; hop <= maxHops; hop++) addHop(hop);
  }

  const asked = listeners.length;
  const share = sum.map((total) => (asked === 0 ? 0 : total / asked));
  if (!sampling) return { share, sampled: null, standardError: null };
  const finitePopulation = 1 - asked / nodeCount;
  const standardError = squares.map((total, k) => {
    const variance = Math.max(0, total - asked * share[k] ** 2) / (asked - 1);
    return Math.sqrt((variance / asked) * finitePopulation);
  });
  return { share, sampled: asked, standardError };
}
