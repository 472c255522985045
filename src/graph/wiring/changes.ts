import { degreesOf } from '../degree';
import type { Graph } from '../graph';

/** What a rewiring changed, loops and duplicates left aside. */
export interface WiringChanges {
  /** Edges that the graph does not have; where the graph is undirected, each pair once. */
  added: { source: Int32Array; target: Int32Array };
  /** Edges of the graph along which no message runs any more, by their numbers. */
  removed: Int32Array;
  /** Whether every node has as many edges as before. */
  degreesKept: boolean;
}

const kept = new WeakMap<Graph, WiringChanges>();

/** @param rewired the graph after; the same nodes. O(N + E), and kept for as long as `rewired` is. */
export function changesOf(graph: Graph, rewired: Graph): WiringChanges {
  const known = kept.get(rewired);
  if (known) return known;
  const changes = compare(graph, rewired);
  kept.set(rewired, changes);
  return changes;
}

function compare(graph: Graph, rewired: Graph): WiringChanges {
  // A message one way is enough for an undirected edge to be there.
  const keyOf = (u: number, v: number) => {
    const [a, b] = graph.directed || u < v ? [u, v] : [v, u];
    return a * graph.nodeCount + b;
  };
  const before = new Set(Array.from(graph.source, (u, e) => keyOf(u, graph.target[e])));
  const after = new Set<number>();
  const [source, target]: number[][] = [[], []];
  for (let e = 0; e < rewired.edgeCount; e++) {
    const [u, v] = [rewired.source[e], rewired.target[e]];
    const key = keyOf(u, v);
    if (u !== v && !before.has(key) && !after.has(key)) {
      source.push(u);
      target.push(v);
    }
    after.add(key);
  }
  const edges = Array.from({ length: graph.edgeCount }, (_, e) => e);
  const gone = (e: number) =>
    graph.source[e] !== graph.target[e] && !after.has(keyOf(graph.source[e], graph.target[e]));
  const [degrees, now] = [degreesOf(graph), degreesOf(rewired)];
  return {
    added: { source: Int32Array.from(source), target: Int32Array.from(target) },
    removed: Int32Array.from(edges.filter(gone)),
    degreesKept: graph.directed === rewired.directed && degrees.every((degree, v) => degree === now[v]),
  };
}
