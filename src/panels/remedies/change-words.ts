import { counted, formatCount, formatNumber } from '../../charts/numbers';
import { componentsOf } from '../../graph/components';
import type { Graph } from '../../graph/graph';
import { changesOf } from '../../graph/wiring/changes';
import { fullMessages } from '../../graph/wiring/fully-adjacent';
import { knownRewired, wiringOf } from '../../graph/wiring/wiring';
import type { Recipe } from '../../recipe/recipe';
import type { Rewiring } from '../../recipe/rewiring';

/** Spectral gaps, before and after; null where they are not known. */
type Gaps = readonly [number, number] | null;

/**
 * What a remedy that changes the graph did to this one, in sentences; null for the others, where it is off, and until the trace
 * has told what messages run along.
 */
export function changeWords(id: string, graph: Graph, recipe: Recipe, gaps: Gaps): string | null {
  if (recipe.rewiring && !knownRewired(graph, recipe.rewiring)) return null;
  if (id === recipe.rewiring?.kind) return rewiringWords(graph, recipe.rewiring, gaps);
  if (id === 'virtual-node' && recipe.virtualNode) return virtualWords(graph);
  if (id === 'fully-adjacent' && recipe.fullyAdjacentLast) return adjacentWords(graph, recipe);
  return null;
}

function rewiringWords(graph: Graph, rewiring: Rewiring, gaps: Gaps): string | null {
  const rewired = knownRewired(graph, rewiring);
  if (!rewired) return null;
  const { added, removed, degreesKept } = changesOf(graph, rewired);
  const edges =
    `${counted(added.source.length, 'edge')} added to ${formatCount(graph.edgeCount)}, ` +
    `${removed.length === 0 ? 'none' : formatCount(removed.length)} left out`;
  return [`${edges}${degreesKept ? '; every node has as many as before' : ''}.`, partsWords(graph, rewired, gaps)].join(
    ' ',
  );
}

/** How well the graph hangs together, before and after. */
function partsWords(graph: Graph, rewired: Graph, gaps: Gaps): string {
  const [before, after] = [graph, rewired].map((each) => componentsOf(each).count);
  const parts = before === after ? '' : `Parts: ${formatCount(before)} → ${formatCount(after)}. `;
  if (!gaps) return parts;
  return `${parts}Spectral gap: ${formatNumber(gaps[0], 2)} → ${formatNumber(gaps[1], 2)}.`;
}

function virtualWords({ nodeCount, graphCount }: Graph): string {
  const nodes = graphCount === 1 ? 'One node' : `${formatCount(graphCount)} nodes, one a graph,`;
  return `${nodes} and ${counted(nodeCount, 'edge')} added, which are not drawn.`;
}

function adjacentWords(graph: Graph, recipe: Recipe): string {
  const count = fullMessages(wiringOf(graph, recipe).graph);
  return `In the last layer ${counted(count, 'message')} between nodes, each from one to another of its graph; they are not drawn.`;
}
