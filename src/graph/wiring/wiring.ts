import type { Graph } from '../graph';
import { withAddedEdges } from './added-edges';
import { whyNoFlips, withFlippedEdges } from './flip';
import { whyNoSpectralEdges, withSpectralEdges } from './fosr';
import { fullyAdjacent, whyNotFullyAdjacent } from './fully-adjacent';
import { diffused, whyNotDiffused } from './gdc';
import { refuse } from './neighbour-sets';
import { whyNoCurvedEdges, withCurvedEdges } from './sdrf';
import { withVirtualNodes } from './virtual-node';

/** What a recipe changes of the edges that messages run along; a `Recipe` is one by shape. */
export interface WiringSpec {
  rewiring?: Rewiring;
  virtualNode?: true;
  fullyAdjacentLast?: true;
}

/** Other edges in place of the graph's own; what each is stands in the file of its function. */
export type Rewiring =
  | { kind: 'fosr' | 'sdrf'; share: number }
  | { kind: 'flip'; share: number; seed: number }
  | { kind: 'gdc'; alpha: number; k: number };

/** What messages run along. All else (the input, the measures, the layout) is about the graph itself. */
export interface Wiring {
  /** The nodes of the graph, then its virtual nodes. The graph itself where nothing is changed. */
  graph: Graph;
  /** What the last layer hears along, over the same nodes, where that is something else; laid when it is first asked for. */
  readonly last: Graph | null;
}

const kept = new WeakMap<Graph, { key: string; wiring: Wiring }>();

/**
 * What messages run along on this graph; the last answer of every graph is kept.
 * Throws an `Error` that says what to take instead where the graph is too large for it.
 */
export function wiringOf(graph: Graph, { rewiring, virtualNode, fullyAdjacentLast }: WiringSpec): Wiring {
  if (!rewiring && !virtualNode && !fullyAdjacentLast) return { graph, last: null };
  const key = JSON.stringify([rewiring, virtualNode, fullyAdjacentLast]);
  const known = kept.get(graph);
  if (known?.key === key) return known.wiring;
  const rewired = rewiredGraph(graph, rewiring);
  const along = virtualNode ? withVirtualNodes(rewired) : rewired;
  const wiring = fullyAdjacentLast ? withFullLast(along) : { graph: along, last: null };
  kept.set(graph, { key, wiring });
  return wiring;
}

function withFullLast(along: Graph): Wiring {
  refuse(whyNotFullyAdjacent(along));
  let last: Graph | null = null;
  return {
    // One model has the same relations in every layer.
    graph: { ...along, relations: withAddedEdges(along, [], { source: [], target: [] }).relations },
    get last() {
      last ??= fullyAdjacent(along);
      return last;
    },
  };
}

/**
 * The graph with its edges exchanged, before any virtual node; itself without a rewiring. The last answers of every graph are
 * kept. It can take seconds.
 */
export function rewiredGraph(graph: Graph, rewiring: Rewiring | undefined): Graph {
  if (!rewiring) return graph;
  const known = knownRewired(graph, rewiring);
  if (known) return known;
  const rewired = rewire(graph, rewiring);
  keep(graph, rewiring, rewired);
  return rewired;
}

/** The answer if it is at hand, else null. */
export function knownRewired(graph: Graph, rewiring: Rewiring): Graph | null {
  return keptRewired.get(graph)?.get(JSON.stringify(rewiring)) ?? null;
}

/** Edges in place of a graph's own. */
export type RewiredEdges = Pick<
  Graph,
  'directed' | 'edgeCount' | 'source' | 'target' | 'weight' | 'relation' | 'relations'
>;

export function edgesOf(rewired: Graph): RewiredEdges {
  const { directed, edgeCount, source, target, weight, relation, relations } = rewired;
  return { directed, edgeCount, source, target, weight, relation, relations };
}

/** Takes an answer that was found elsewhere. */
export function keepRewired(graph: Graph, rewiring: Rewiring, edges: RewiredEdges): void {
  keep(graph, rewiring, { ...graph, ...edges, edgeFeatures: null, edgeAttributes: {} });
}

/** Answers kept a graph: as many as are looked at beside each other. */
const MOST_KEPT = 4;
const keptRewired = new WeakMap<Graph, Map<string, Graph>>();

function keep(graph: Graph, rewiring: Rewiring, rewired: Graph): void {
  const others = [...(keptRewired.get(graph) ?? [])].slice(1 - MOST_KEPT);
  keptRewired.set(graph, new Map([...others, [JSON.stringify(rewiring), rewired]]));
}

function rewire(graph: Graph, rewiring: Rewiring): Graph {
  switch (rewiring.kind) {
    case 'fosr':
      return withSpectralEdges(graph, rewiring.share);
    case 'sdrf':
      return withCurvedEdges(graph, rewiring.share);
    case 'flip':
      return withFlippedEdges(graph, rewiring.share, rewiring.seed);
    case 'gdc':
      return diffused(graph, rewiring.alpha, rewiring.k);
  }
}

/** Why messages cannot run so on this graph, or null where they can. Lays nothing. */
export function whyNoWiring(graph: Graph, { rewiring, fullyAdjacentLast }: WiringSpec): string | null {
  return (rewiring ? whyNotRewired(graph, rewiring) : null) ?? (fullyAdjacentLast ? whyNotFullyAdjacent(graph) : null);
}

function whyNotRewired(graph: Graph, rewiring: Rewiring): string | null {
  switch (rewiring.kind) {
    case 'fosr':
      return whyNoSpectralEdges(graph, rewiring.share);
    case 'sdrf':
      return whyNoCurvedEdges(graph, rewiring.share);
    case 'flip':
      return whyNoFlips(graph);
    case 'gdc':
      return whyNotDiffused(graph);
  }
}
