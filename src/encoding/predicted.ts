import type { Graph } from '../graph/graph';

/** What a network says of every node. */
export interface Predictions {
  /** (N) index of the most probable class. */
  label: Int32Array;
  /** (N) its probability, 0…1. */
  confidence: Float32Array;
}

type Labelled = Pick<Graph, 'labels' | 'classes'>;

/** Whether a node's class is known and another one is predicted. */
export function isWrong({ labels }: Labelled, { label }: Predictions, node: number): boolean {
  const known = labels?.[node] ?? -1;
  return known >= 0 && label[node] !== known;
}

/** (N) 1 for each node that is taken for another class, to be marked beside its colour. */
export function wrongMarks(graph: Labelled, predictions: Predictions): Uint8Array {
  return Uint8Array.from(predictions.label, (_, node) => (isWrong(graph, predictions, node) ? 1 : 0));
}

/** How many nodes are predicted right and wrong; those without a label are neither. */
export function tallyOf(graph: Labelled, predictions: Predictions): { right: number; wrong: number; unknown: number } {
  const wrong = wrongMarks(graph, predictions).reduce((sum, mark) => sum + mark, 0);
  const known = predictions.label.reduce((sum, _, node) => sum + ((graph.labels?.[node] ?? -1) >= 0 ? 1 : 0), 0);
  return { right: known - wrong, wrong, unknown: predictions.label.length - known };
}

/** "predicted Circle B (83 %), is Circle A", or "…, rightly". */
export function predictedWords(graph: Labelled, predictions: Predictions, node: number): string {
  const { labels, classes } = graph;
  const known = labels?.[node] ?? -1;
  const said = `predicted ${classes[predictions.label[node]]} (${Math.round(100 * predictions.confidence[node])}\u202f%)`;
  if (known < 0) return said;
  return isWrong(graph, predictions, node) ? `${said}, is ${classes[known]}` : `${said}, rightly`;
}
