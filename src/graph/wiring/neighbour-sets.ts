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

/** Why a rewiring that knows no direction cannot be had of a graph that has one, or null. */
export function whyDirected({ directed }: Graph, what: string): string | null {
  return directed ? `${what} is for undirected graphs, and this one is directed. Take diffusion (gdc).` : null;
}

/** Throws where there is a reason. */
export function refuse(reason: string | null): void {
  if (reason !== null) throw new Error(reason);
}
