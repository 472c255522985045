import type { Trace } from '../engine/protocol';
import type { Graph } from '../graph/graph';
import { changesOf, type WiringChanges } from '../graph/wiring/changes';
import { keepRewired, knownRewired } from '../graph/wiring/wiring';
import type { Recipe } from '../recipe/recipe';
import type { State } from './state';

/** Rewiring can take seconds: it is the worker that does it, and its trace that tells what came of it. */
export function takeRewired(graph: Graph, { rewiring }: Recipe, { rewired }: Trace): void {
  if (rewiring && rewired) keepRewired(graph, rewiring, rewired.edges);
}

/** What the rewiring of the recipe changes of the graph; null without one, and until the trace has told it. */
export function wiringChanges({ graph, recipe }: Pick<State, 'graph' | 'recipe'>): WiringChanges | null {
  const rewired = graph && recipe.rewiring ? knownRewired(graph, recipe.rewiring) : null;
  return graph && rewired && changesOf(graph, rewired);
}
