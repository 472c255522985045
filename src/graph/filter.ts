import { type FieldName, fieldOf } from './field';
import type { Graph } from './graph';

/** What must hold of a node for it to be shown; of several conditions, all. */
export interface Condition {
  field: FieldName;
  /** Of categories: the names that pass. */
  is?: string[];
  /** Of numbers: the ends, both included; open where left out. */
  from?: number;
  to?: number;
}

/**
 * (N) 1 where all conditions hold. A node of which nothing is known passes no condition on it; a field that the graph does not
 * have holds nobody back.
 */
export function passing(graph: Graph, conditions: readonly Condition[]): Uint8Array {
  const passes = new Uint8Array(graph.nodeCount).fill(1);
  for (const condition of conditions) {
    const holds = test(graph, condition);
    if (holds) for (let node = 0; node < graph.nodeCount; node++) if (!holds(node)) passes[node] = 0;
  }
  return passes;
}

function test(graph: Graph, { field: name, is, from, to }: Condition): ((node: number) => boolean) | null {
  const field = fieldOf(graph, name);
  if (!field) return null;
  if (field.kind === 'numbers') {
    const [least, most] = [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY];
    return (node) => field.values[node] >= least && field.values[node] <= most;
  }
  const chosen = new Set((is ?? field.names).map((each) => field.names.indexOf(each)));
  return (node) => field.of[node] >= 0 && chosen.has(field.of[node]);
}
