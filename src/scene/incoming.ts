import type { Explanation } from '../engine/protocol';
import { adjacencyOf } from '../graph/adjacency';
import type { Graph } from '../graph/graph';
import { indexOfNode } from '../graph/node-index';
import type { Message } from './messages';

/** How strong a message is drawn while its coefficient is not known. */
const UNKNOWN = 0.5;

/**
 * Whom the focus hears, each node once and itself left out: with the coefficients of the explanation when there is one,
 * else by the graph's edges alone.
 *
 * @param explanation of the focus at the hop shown, or null.
 */
export function incomingOf(graph: Graph, focus: number, explanation: Explanation | null): Message[] {
  return explanation ? explained(graph, focus, explanation) : neighbours(graph, focus);
}

function neighbours(graph: Graph, focus: number): Message[] {
  const { pointer, source } = adjacencyOf(graph);
  const senders = new Set(source.subarray(pointer[focus], pointer[focus + 1]));
  senders.delete(focus);
  return Array.from(senders, (from) => ({ from, strength: UNKNOWN }));
}

function explained(graph: Graph, focus: number, { messages }: Explanation): Message[] {
  const sizes = new Map<number, number>();
  for (const { from, coefficient } of messages) {
    const sender = indexOfNode(graph, from);
    if (sender === undefined || sender === focus) continue;
    // With several heads, what they hear all together.
    const heads = Array.isArray(coefficient) ? coefficient : [coefficient];
    const size = heads.reduce((sum, value) => sum + Math.abs(value), 0);
    sizes.set(sender, (sizes.get(sender) ?? 0) + size);
  }
  const most = Math.max(...sizes.values());
  return Array.from(sizes, ([from, size]) => ({ from, strength: most > 0 ? size / most : 0 }));
}
