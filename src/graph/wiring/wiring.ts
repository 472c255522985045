import type { Graph } from '../graph';
import { fullyAdjacent } from './fully-adjacent';
import { withVirtualNodes } from './virtual-node';

/** What a recipe changes of the edges that messages run along; a `Recipe` is one by shape. */
export interface WiringSpec {
  virtualNode?: true;
  fullyAdjacentLast?: true;
}

/** What messages run along. All else (the input, the measures, the layout) is about the graph itself. */
export interface Wiring {
  /** The nodes of the graph, then its virtual nodes. The graph itself where nothing is changed. */
  graph: Graph;
  /** What the last layer hears along, over the same nodes, where that is something else. */
  last: Graph | null;
}

const kept = new WeakMap<Graph, { key: string; wiring: Wiring }>();

/**
 * What messages run along on this graph; the last answer of every graph is kept.
 * Throws an `Error` that says what to take instead where the graph is too large for it.
 */
export function wiringOf(graph: Graph, { virtualNode, fullyAdjacentLast }: WiringSpec): Wiring {
  if (!virtualNode && !fullyAdjacentLast) return { graph, last: null };
  const key = JSON.stringify([virtualNode, fullyAdjacentLast]);
  const known = kept.get(graph);
  if (known?.key === key) return known.wiring;
  const along = virtualNode ? withVirtualNodes(graph) : graph;
  const last = fullyAdjacentLast ? fullyAdjacent(along) : null;
  // Both have the relations that the other has, for one model has the same relations in every layer.
  const wiring = { graph: last ? { ...along, relations: last.relations } : along, last };
  kept.set(graph, { key, wiring });
  return wiring;
}
