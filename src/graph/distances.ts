import { adjacencyOf } from './adjacency';
import type { Graph } from './graph';
import { hopsFrom } from './hops';
import { hearInParallel, LISTENERS_A_PASS } from './parallel-bfs';
import { sampleNodes } from './sample-nodes';

/** How far apart the nodes of a graph are, by the hops messages take. */
export interface Distances {
  nodeCount: number;
  /** How many nodes were asked how far they hear the others from: all, or a sample. */
  asked: number;
  /** (D+1) of (asked): how many nodes each of them hears first from d hops away; itself from 0. */
  heard: Int32Array[];
  /** The longest distance found: the graph's longest where all were asked, else a lower bound of it. */
  longest: number;
}

export interface DistanceOptions {
  /** Up to so many nodes every node is asked. */
  sampleAbove?: number;
  /** Nodes asked above that, drawn without replacement. */
  sampleSize?: number;
  seed?: number;
  /** Waited for after every 32 nodes, so that others may do something meanwhile. */
  pause?: () => Promise<void>;
}

/** Searches whose far end is searched from in turn: a sample alone would seldom hold an end of a longest way. */
const SWEEPS = 4;

/**
 * Exact up to 4,000 nodes; above, from a seeded sample of 256. A sample's longest distance is lengthened by double sweeps
 * (Magnien, Latapy & Habib 2009, 0904.2728): from the node that is farthest from one of them, search again.
 */
export async function distancesOf(graph: Graph, options: DistanceOptions = {}): Promise<Distances> {
  const { sampleAbove = 4000, sampleSize = 256, seed = 0, pause = async () => {} } = options;
  const { nodeCount } = graph;
  const listeners = sampleNodes(nodeCount, nodeCount > sampleAbove ? sampleSize : nodeCount, seed);
  const asked = listeners.length;
  const heard: Int32Array[] = [];
  for (let first = 0; first < asked; first += LISTENERS_A_PASS) {
    const some = listeners.subarray(first, first + LISTENERS_A_PASS);
    hearInParallel(adjacencyOf(graph), some, nodeCount, (hop, counts) => {
      heard[hop] ??= new Int32Array(asked);
      heard[hop].set(counts, first);
    });
    await pause();
  }
  let longest = heard.length - 1;
  for (let i = 0; asked < nodeCount && i < SWEEPS; i++) {
    const far = hopsFrom(graph, listeners[Math.floor((i * asked) / SWEEPS)]);
    const back = hopsFrom(graph, far.indexOf(largest(far)));
    longest = Math.max(longest, largest(far), largest(back));
    await pause();
  }
  return { nodeCount, asked, heard, longest: Math.max(0, longest) };
}

function largest(hops: Int32Array): number {
  return hops.reduce((most, hop) => Math.max(most, hop), 0);
}
