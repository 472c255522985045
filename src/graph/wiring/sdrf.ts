import type { Graph } from '../graph';
import { withAddedEdges } from './added-edges';
import { balancedForman } from './curvature';
import { neighbourSets, refuse, whyDirected } from './neighbour-sets';

/** The most Σ d_i d_j over the edges, which is what curvature takes, times edges to add: a second or two. */
const MOST_WORK = 2 ** 25;

/**
 * Adds edges around bottlenecks: stochastic discrete Ricci flow of Topping et al., ICLR 2022, arXiv 2111.14522, algorithm 1 at
 * temperature ∞, which takes the best edge every time, and without taking edges away. The edge i–j with the most negative
 * curvature is found, and of the pairs between i and its neighbours and j and its neighbours the one is joined that raises this
 * curvature most.
 *
 * @param share edges to add, as a share of the graph's; fewer where no edge helps any more.
 * Σ d_i d_j at first; then for each edge what is near it. Throws on a directed graph, and on one too large.
 */
export function withCurvedEdges(graph: Graph, share: number): Graph {
  refuse(whyNoCurvedEdges(graph, share));
  const neighbours = neighbourSets(graph);
  const wanted = Math.round(share * graph.edgeCount);
  const curvature = new Map<string, { i: number; j: number; value: number }>();
  const measure = (a: number, b: number) => {
    const [i, j] = a < b ? [a, b] : [b, a];
    curvature.set(`${i} ${j}`, { i, j, value: balancedForman(neighbours, i, j) });
  };
  neighbours.forEach((own, i) => {
    for (const j of own) if (i < j) measure(i, j);
  });
  const source: number[] = [];
  const target: number[] = [];
  for (let count = wanted; count > 0; count--) {
    const pair = bestPair(neighbours, [...curvature.values()]);
    if (!pair) break;
    const [k, l] = pair;
    source.push(k);
    target.push(l);
    join(neighbours, k, l);
    // What has changed: the edges of both, and those between their neighbours, which are on a cycle with the new one.
    for (const end of [k, l]) for (const other of neighbours[end]) measure(end, other);
    for (const a of neighbours[k]) for (const b of neighbours[l]) if (neighbours[a].has(b)) measure(a, b);
  }
  return withAddedEdges(graph, null, { source, target });
}

/** What to join around the edge with the least curvature; null where nothing would raise it. */
function bestPair(
  neighbours: Set<number>[],
  edges: readonly { i: number; j: number; value: number }[],
): [number, number] | null {
  const worst = edges.reduce<(typeof edges)[number] | null>(
    (least, edge) => (least === null || edge.value < least.value ? edge : least),
    null,
  );
  if (!worst) return null;
  const { i, j, value } = worst;
  let [best, most]: [[number, number] | null, number] = [null, value];
  for (const k of [i, ...neighbours[i]]) {
    for (const l of [j, ...neighbours[j]]) {
      if (k === l || neighbours[k].has(l)) continue;
      join(neighbours, k, l);
      const raised = balancedForman(neighbours, i, j);
      neighbours[k].delete(l);
      neighbours[l].delete(k);
      if (raised > most) [best, most] = [[k, l], raised];
    }
  }
  return best;
}

function join(neighbours: Set<number>[], k: number, l: number): void {
  neighbours[k].add(l);
  neighbours[l].add(k);
}

export function whyNoCurvedEdges(graph: Graph, share: number): string | null {
  const directed = whyDirected(graph, 'SDRF');
  if (directed) return directed;
  const neighbours = neighbourSets(graph);
  let work = 0;
  for (const own of neighbours) for (const j of own) work += (own.size * neighbours[j].size) / 2;
  if (work * Math.round(share * graph.edgeCount) <= MOST_WORK) return null;
  return (
    `SDRF on ${graph.nodeCount.toLocaleString('en')} nodes and ${graph.edgeCount.toLocaleString('en')} edges, some with many ` +
    'neighbours, would take too long. Take a smaller share, a part of the graph, or FoSR (fosr).'
  );
}
