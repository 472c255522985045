import type { Graph } from '../../graph/graph';
import type { Recipe } from '../../recipe/recipe';
import type { Messages } from '../layers/convolution';
import { CONVOLUTIONS } from '../layers/registry';

const kept = new WeakMap<Graph, { key: string; messages: Messages[] }>();

/** Who hears whom on this graph under this recipe's convolution; the last answer of every graph is kept. */
export function messagesOf(graph: Graph, { conv, options }: Recipe): Messages[] {
  const key = JSON.stringify([conv, options]);
  const last = kept.get(graph);
  if (last?.key === key) return last.messages;
  const messages = CONVOLUTIONS[conv].messages(graph, options);
  kept.set(graph, { key, messages });
  return messages;
}
