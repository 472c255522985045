import type { Graph } from '../../graph/graph';

/** Why a graph has nothing to learn, or null when it has. */
export function whyNothingToLearn(graph: Pick<Graph, 'labels' | 'classes'> | null): string | null {
  if (!graph) return 'The graph is still coming.';
  if (graph.labels && graph.classes.length > 0) return null;
  return 'This graph has no classes to learn. Take one that has, or make one of its columns the class, in its details.';
}
