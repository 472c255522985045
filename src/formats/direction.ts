import type { PlainEdgeObject } from '../graph/plain';

export interface FileEdge {
  edge: PlainEdgeObject;
  directed: boolean;
}

/**
 * One direction for a graph whose edges each have their own. `asked` wins. Otherwise a file whose edges are all undirected is
 * undirected; one with any directed edge is directed, and its undirected edges are given both ways (a self-loop once).
 * Without edges it is as the file says by default.
 */
export function oneDirection(
  given: FileEdge[],
  byDefault: boolean,
  asked?: boolean,
): { directed: boolean; edges: PlainEdgeObject[] } {
  const directed = asked ?? (given.length === 0 ? byDefault : given.some((each) => each.directed));
  const bothWays = asked === undefined && directed;
  const edges: PlainEdgeObject[] = [];
  for (const { edge, directed: itself } of given) {
    edges.push(edge);
    if (bothWays && !itself && edge.source !== edge.target) {
      edges.push({ ...edge, source: edge.target, target: edge.source });
    }
  }
  return { directed, edges };
}
