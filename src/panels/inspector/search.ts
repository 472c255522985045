import { type Graph, nodeName } from '../../graph/graph';

export interface SearchResult {
  /** Node indices, the best first. */
  nodes: number[];
  /** How many match in all. */
  total: number;
}

/** Nodes whose name or id holds the text, whatever the case; those that equal it first, then those that begin with it. */
export function searchNodes(graph: Graph, text: string, most: number): SearchResult {
  const query = text.trim().toLowerCase();
  if (query === '') return { nodes: [], total: 0 };
  const ranks: number[][] = [[], [], []];
  for (let node = 0; node < graph.nodeCount; node++) {
    const name = nodeName(graph, node).toLowerCase();
    const rank = Math.min(rankOf(name, query), rankOf(graph.ids[node].toLowerCase(), query));
    ranks[rank]?.push(node);
  }
  const found = ranks.flat();
  return { nodes: found.slice(0, most), total: found.length };
}

function rankOf(name: string, query: string): number {
  if (name === query) return 0;
  const at = name.indexOf(query);
  return at === 0 ? 1 : at > 0 ? 2 : 3;
}
