import type { Graph } from '../graph';

/** (N) the neighbours of each node of an undirected graph; loops are left out, and duplicates are one. */
export function neighbourSets({ nodeCount, edgeCount, source, target }: Graph): Set<number>[] {
  const neighbours = Array.from({ length: nodeCount }, () => new Set<number>());
  for (let e = 0; e < edgeCount; e++) {
    if (source[e] === target[e]) continue;
    neighbours[source[e]].add(target[e]);
    neighbours[target[e]].add(source[e]);
  }
  return neighbours;
}

/** Throws where a rewiring that knows no direction is asked of a graph that has one. */
export function refuseDirected({ directed }: Graph, what: string): void {
  if (directed) throw new Error(`${what} is for undirected graphs, and this one is directed. Take diffusion (gdc).`);
}
