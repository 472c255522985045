import type { Graph } from './graph';

export interface Components {
  count: number;
  /** (N) component of each node, numbered 0…count−1 in order of their first node. */
  of: Int32Array;
}

/** Weakly connected components: direction is ignored. Union–find with path halving, near O(N + E). */
export function componentsOf(graph: Graph): Components {
  const parent = Int32Array.from({ length: graph.nodeCount }, (_, v) => v);
  const find = (node: number) => {
    let v = node;
    while (parent[v] !== v) {
      parent[v] = parent[parent[v]];
      v = parent[v];
    }
    return v;
  };
  for (let e = 0; e < graph.edgeCount; e++) {
    const a = find(graph.source[e]);
    const b = find(graph.target[e]);
    // The smaller index stays root, so components come out numbered by their first node.
    if (a < b) parent[b] = a;
    else parent[a] = b;
  }
  const of = new Int32Array(graph.nodeCount);
  let count = 0;
  for (let v = 0; v < graph.nodeCount; v++) {
    const root = find(v);
    of[v] = root === v ? count++ : of[root];
  }
  return { count, of };
}
