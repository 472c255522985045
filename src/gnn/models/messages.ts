import type { Graph } from '../../graph/graph';
import { wiringOf } from '../../graph/wiring/wiring';
import type { Recipe } from '../../recipe/recipe';
import type { Messages, Options } from '../layers/convolution';
import { CONVOLUTIONS } from '../layers/registry';

/** What a layer is told of the recipe: its own options and how to aggregate. */
export function optionsOf({ options, aggr }: Recipe): Options {
  return aggr === undefined ? options : { ...options, aggr };
}

const kept = new WeakMap<Graph, { key: string; messages: Messages[] }>();

/** Who hears whom in that layer of a model of this graph, by what the recipe has messages run along. */
export function messagesAt(graph: Graph, recipe: Recipe, layer: number): Messages[] {
  const wiring = wiringOf(graph, recipe);
  return messagesOf((layer === recipe.hops - 1 && wiring.last) || wiring.graph, recipe);
}

/** Who hears whom along the edges of this graph under this recipe's convolution; the last answer of every graph is kept. */
export function messagesOf(graph: Graph, recipe: Recipe): Messages[] {
  const { conv } = recipe;
  const options = optionsOf(recipe);
  const key = JSON.stringify([conv, options]);
  const last = kept.get(graph);
  if (last?.key === key) return last.messages;
  const messages = CONVOLUTIONS[conv].messages(graph, options);
  kept.set(graph, { key, messages });
  return messages;
}
