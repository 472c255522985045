import type { Trace } from '../engine/protocol';
import type { Graph } from '../graph/graph';
import { keepRewired } from '../graph/wiring/wiring';
import type { Recipe } from '../recipe/recipe';

/** Rewiring can take seconds: it is the worker that does it, and its trace that tells what came of it. */
export function takeRewired(graph: Graph, { rewiring }: Recipe, { rewired }: Trace): void {
  if (rewiring && rewired) keepRewired(graph, rewiring, rewired.edges);
}
