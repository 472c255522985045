import type { StateDict } from '../gnn/models/parameters';
import type { Embeddings, KnownHops } from '../gnn/models/run';
import type { Graph } from '../graph/graph';
import { radiusOf } from '../recipe/descriptors';
import type { InputSpec, Recipe } from '../recipe/recipe';
import type { BackendName } from './protocol';

/** A run that finished, and all that its numbers depend on. */
export interface Run {
  graph: Graph;
  recipe: Recipe;
  backend: BackendName;
  /** The weights it was given; undefined where it drew them, null where nobody knows any more. */
  start: StateDict | undefined | null;
  embeddings: Embeddings;
}

type Planned = Omit<Run, 'embeddings'>;

/** Whether one would give the numbers of the other, were their graphs the same. */
export function sameRun(a: Planned, b: Planned): boolean {
  return (
    a.backend === b.backend &&
    a.start !== null &&
    a.start === b.start &&
    JSON.stringify(a.recipe) === JSON.stringify(b.recipe)
  );
}

/** The hops before the first that can be different, of the run that shares the most. */
export function knownHops(runs: (Run | null)[], planned: Planned): KnownHops | undefined {
  let best: KnownHops | undefined;
  for (const run of runs) {
    if (!run || !sameRun(run, planned)) continue;
    const hops = run.embeddings.hops.slice(0, unchangedHops(run.graph, planned.graph, planned.recipe));
    if (hops.length > (best?.hops.length ?? 0)) best = { hops, parameters: run.embeddings.parameters };
  }
  return best;
}

/**
 * How many of the hops 0…K are bound to be the same on both graphs. An edge is heard from hop 1 on, and by layers that hear
 * nobody never; a feature is there at hop 0. What edits leave alone is the same array in both graphs.
 */
export function unchangedHops(a: Graph, b: Graph, recipe: Recipe): number {
  if (!sameInput(a, b, recipe.input)) return 0;
  return sameEdges(a, b) || radiusOf(recipe) === 0 ? recipe.hops + 1 : 1;
}

function sameInput(a: Graph, b: Graph, { kind }: InputSpec): boolean {
  if (a.ids !== b.ids) return false;
  switch (kind) {
    case 'given':
      return a.features === b.features;
    case 'columns':
      return a.attributes === b.attributes;
    case 'degree':
    case 'spectral':
      return sameEdges(a, b);
    default:
      return true;
  }
}

function sameEdges(a: Graph, b: Graph): boolean {
  const parts = ['ids', 'source', 'target', 'weight', 'relation', 'edgeFeatures'] as const;
  return parts.every((part) => a[part] === b[part]);
}
