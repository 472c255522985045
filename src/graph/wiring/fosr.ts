import type { Graph } from '../graph';
import { withAddedEdges } from './added-edges';
import { neighbourSets, refuse, whyDirected } from './neighbour-sets';
import { secondVector } from './spectral-gap';

/** Steps of power iteration before the first edge, and after each. */
const FIRST = 200;
const AFTER_EACH = 2;
/** The most edges to add times nodes and edges there are: a second or two. */
const MOST_WORK = 2 ** 23;

/**
 * Adds edges that raise the spectral gap: Karhadkar, Banerjee & Montúfar, "FoSR: First-order spectral rewiring for addressing
 * oversquashing in GNNs", ICLR 2023, arXiv 2210.11790. Each joins the two nodes u, v, not yet adjacent, with the smallest
 * x_u x_v / √((1 + d_u)(1 + d_v)), x the second eigenvector of D^-½ A D^-½ as power iteration has it: to first order that raises
 * the gap most. Nodes without edges stay without.
 *
 * @param share edges to add, as a share of the graph's; as many as there is room for.
 * O(edges · (N log N + E)). Throws on a directed graph, on one too large, and on a union,
 * whose graphs it would join.
 */
export function withSpectralEdges(graph: Graph, share: number): Graph {
  refuse(whyNoSpectralEdges(graph, share));
  const neighbours = neighbourSets(graph);
  const lists = neighbours.map((own) => [...own]);
  const vector = secondVector(lists);
  for (let step = 0; step < FIRST; step++) vector.step();
  const source: number[] = [];
  const target: number[] = [];
  for (let count = Math.round(share * graph.edgeCount); count > 0; count--) {
    const pair = pairToJoin(neighbours, vector.x);
    if (!pair) break;
    const [u, v] = pair;
    source.push(u);
    target.push(v);
    for (const [from, to] of [pair, [v, u]]) {
      neighbours[from].add(to);
      lists[from].push(to);
    }
    for (let step = 0; step < AFTER_EACH; step++) vector.step();
  }
  return withAddedEdges(graph, null, { source, target });
}

export function whyNoSpectralEdges(graph: Graph, share: number): string | null {
  const { nodeCount, edgeCount, graphCount } = graph;
  if (graphCount > 1) {
    return 'FoSR would join the graphs of a union to one another. Take random flips (flip) or diffusion (gdc).';
  }
  const directed = whyDirected(graph, 'FoSR');
  if (directed) return directed;
  const most = Math.floor(MOST_WORK / (nodeCount + edgeCount));
  if (Math.round(share * edgeCount) <= most) return null;
  const fitting = Math.floor((100 * most) / edgeCount) / 100;
  return (
    `FoSR on ${nodeCount.toLocaleString('en')} nodes and ${edgeCount.toLocaleString('en')} edges would take too long. Take ` +
    `${fitting > 0 ? `a share of at most ${fitting}, ` : ''}a part of the graph, or random flips (flip).`
  );
}

/** Of the pairs that are not adjacent the one with the smallest product; null where every product is at least 0. */
function pairToJoin(neighbours: readonly Set<number>[], x: Float64Array): [number, number] | null {
  const y = x.map((each, v) => each / Math.sqrt(1 + neighbours[v].size));
  const order = Array.from(y.keys()).sort((a, b) => y[a] - y[b] || a - b);
  let best: [number, number] | null = null;
  let least = 0;
  for (const low of order) {
    if (y[low] * y[order[order.length - 1]] >= least) break;
    for (let i = order.length - 1; i >= 0 && y[low] * y[order[i]] < least; i--) {
      if (neighbours[low].has(order[i])) continue;
      least = y[low] * y[order[i]];
      best = [low, order[i]];
    }
  }
  return best;
}
