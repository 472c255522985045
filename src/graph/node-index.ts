import type { Graph } from './graph';

const cache = new WeakMap<Graph, Map<string, number>>();

/** The index of the node called `id`, or undefined when there is none. The table is built at the first question and kept. */
export function indexOfNode(graph: Graph, id: string): number | undefined {
  let index = cache.get(graph);
  if (!index) {
    index = new Map(graph.ids.map((name, node) => [name, node]));
    cache.set(graph, index);
  }
  return index.get(id);
}
