import type { Graph } from '../graph/graph';
import { hopsFrom } from '../graph/hops';
import { knownRewired, wiringOf } from '../graph/wiring/wiring';
import { radiusOf } from '../recipe/descriptors';
import type { Recipe } from '../recipe/recipe';
import { currentSession } from './current-session';
import { remember } from './history';
import type { State } from './state';
import { useStore } from './store';
import { viewOf } from './view';

/** Moving through a trace that is there: nothing here computes an embedding. */

/** The last hop that can be shown: of the trace, or of the one being computed. */
export function lastHop(state: State): number {
  return state.trace?.hops ?? state.recipe.hops;
}

export function goToHop(k: number): void {
  const state = useStore.getState();
  const hop = Math.min(Math.max(0, Math.round(k)), lastHop(state));
  if (hop === state.hop && state.subStep === null) return;
  remember(currentSession(), 'hop');
  useStore.setState({ hop, subStep: null });
}

export function step(by: number): void {
  goToHop(useStore.getState().hop + by);
}

export function setFocus(node: number | null): void {
  const state = useStore.getState();
  if (node === state.focus || !state.graph) return;
  if (node !== null && !(Number.isInteger(node) && node >= 0 && node < state.graph.nodeCount)) {
    throw new Error(`there is no node ${node}; nodes are numbered 0…${state.graph.nodeCount - 1}`);
  }
  remember(currentSession(), 'focus');
  useStore.setState({
    ...focusOn(state, node),
    ...(node === null && { subStep: null }),
    view: viewOf(state.view, state.graph, node, predicts(state)),
  });
}

/** What focusing on a node changes; also used when the graph or the layer changes under the focus. */
export function focusOn(
  { graph, recipe }: Pick<State, 'graph' | 'recipe'>,
  focus: number | null,
): Pick<State, 'focus' | 'hopsFromFocus'> {
  if (focus === null || !graph) return { focus: null, hopsFromFocus: null };
  return { focus, hopsFromFocus: hopsHeard(graph, recipe, focus) };
}

/**
 * (N) hops of this model from which a node hears each node: 0 is itself, −1 is never. By what messages run along; null until
 * the trace has told it.
 */
export function hopsHeard(graph: Graph, recipe: Recipe, node: number): Int32Array | null {
  if (recipe.rewiring && !knownRewired(graph, recipe.rewiring)) return null;
  const radius = radiusOf(recipe);
  const { graph: along } = wiringOf(graph, recipe);
  const distance = hopsFrom(along, node).subarray(0, graph.nodeCount);
  // A layer that sees `radius` hops brings a node d away after ⌈d / radius⌉ of them; one that sees none never does.
  const heard = distance.map((d) => (d <= 0 ? d : radius === 0 ? -1 : Math.ceil(d / radius)));
  if (!recipe.fullyAdjacentLast || recipe.hops === 0) return heard;
  const sameGraph = (v: number) => graph.graphId === null || graph.graphId[v] === graph.graphId[node];
  return heard.map((hop, v) => (sameGraph(v) && (hop < 0 || hop > recipe.hops) ? recipe.hops : hop));
}

/** Whether the network on screen, or the one being computed, predicts: weights that were drawn do not. */
export function predicts({ trace, recipe }: Pick<State, 'trace' | 'recipe'>): boolean {
  return trace?.predictions != null || isLearned(recipe);
}

export function isLearned({ weights }: Recipe): boolean {
  return weights.kind === 'trained' || weights.kind === 'file';
}
