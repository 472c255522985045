import { counted, formatCount, formatNumber } from '../../charts/numbers';
import { componentsOf } from '../../graph/components';
import type { Graph } from '../../graph/graph';
import { changesOf } from '../../graph/wiring/changes';
import { fullMessages } from '../../graph/wiring/fully-adjacent';
import { spectralGap } from '../../graph/wiring/spectral-gap';
import { rewiredGraph, wiringOf } from '../../graph/wiring/wiring';
import type { Recipe } from '../../recipe/recipe';

/** Beyond it a spectral gap takes longer than a person should wait for a sentence. */
const MOST_FOR_GAP = 8_000;

/** What a remedy that changes the graph did to this one, in sentences; null for the others, and where it is off. */
export function changeWords(id: string, graph: Graph, recipe: Recipe): string | null {
  if (id === recipe.rewiring?.kind) return rewiringWords(graph, recipe.rewiring);
  if (id === 'virtual-node' && recipe.virtualNode) return virtualWords(graph);
  if (id === 'fully-adjacent' && recipe.fullyAdjacentLast) return adjacentWords(graph, recipe);
  return null;
}

function rewiringWords(graph: Graph, rewiring: NonNullable<Recipe['rewiring']>): string {
  const rewired = rewiredGraph(graph, rewiring);
  const { added, removed, degreesKept } = changesOf(graph, rewired);
  const edges =
    `${counted(added.source.length, 'edge')} added to ${formatCount(graph.edgeCount)}, ` +
    `${removed.length === 0 ? 'none' : formatCount(removed.length)} left out`;
  return [`${edges}${degreesKept ? '; every node has as many as before' : ''}.`, partsWords(graph, rewired)].join(' ');
}

/** How well the graph hangs together, before and after. */
function partsWords(graph: Graph, rewired: Graph): string {
  const [before, after] = [graph, rewired].map((each) => componentsOf(each).count);
  const parts = before === after ? '' : `Parts: ${formatCount(before)} → ${formatCount(after)}. `;
  if (graph.nodeCount + rewired.edgeCount > MOST_FOR_GAP) return parts;
  const gaps = [graph, rewired].map((each) => formatNumber(spectralGap(each), 2));
  return `${parts}Spectral gap: ${gaps[0]} → ${gaps[1]}.`;
}

function virtualWords({ nodeCount, graphCount }: Graph): string {
  const nodes = graphCount === 1 ? 'One node' : `${formatCount(graphCount)} nodes, one a graph,`;
  return `${nodes} and ${counted(nodeCount, 'edge')} added, which are not drawn.`;
}

function adjacentWords(graph: Graph, recipe: Recipe): string {
  const count = fullMessages(wiringOf(graph, recipe).graph);
  return `In the last layer ${counted(count, 'message')} between nodes, each from one to another of its graph; they are not drawn.`;
}
