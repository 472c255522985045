import { isWrong, type Predictions } from '../../encoding/predicted';
import type { Graph } from '../../graph/graph';

/** How often a network is right. */
export interface Accuracy {
  /** 0…1. */
  share: number;
  /** Of which nodes: those that the graph keeps for testing, else all whose class is known, learned from or not. */
  of: 'test nodes' | 'labelled nodes';
}

/** Null where there is nothing to be right about. */
export function accuracyOf(graph: Graph, predictions: Predictions | null): Accuracy | null {
  const { labels, split } = graph;
  if (!labels || predictions?.label.length !== graph.nodeCount) return null;
  const test = split?.test ?? [];
  const judged = test.length > 0 ? Array.from(test) : Array.from(labels.keys());
  const known = judged.filter((node) => labels[node] >= 0);
  if (known.length === 0) return null;
  const right = known.filter((node) => !isWrong(graph, predictions, node)).length;
  return { share: right / known.length, of: test.length > 0 ? 'test nodes' : 'labelled nodes' };
}
