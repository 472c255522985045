import type { Graph } from './graph';

/**
 * Edge homophily (Zhu et al. 2020, arXiv 2006.11468): the share of edges whose two ends have one class, among edges as
 * given with both ends labelled. Self-loops are left out, for a node always agrees with itself; duplicates count each time.
 * Null when no edge qualifies.
 */
export function edgeHomophily(graph: Graph): number | null {
  const { labels, source, target } = graph;
  if (!labels) return null;
  let agreeing = 0;
  let counted = 0;
  for (let e = 0; e < graph.edgeCount; e++) {
    const a = labels[source[e]];
    const b = labels[target[e]];
    if (source[e] === target[e] || a < 0 || b < 0) continue;
    counted++;
    if (a === b) agreeing++;
  }
  return counted === 0 ? null : agreeing / counted;
}
