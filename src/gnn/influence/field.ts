import { heardWithin } from '../../graph/hops';
import { wiringOf } from '../../graph/wiring/wiring';
import { isGlobal } from '../../recipe/combinations';
import { radiusOf } from '../../recipe/descriptors';
import type { Recipe } from '../../recipe/recipe';
import type { Traced } from './pull-back';

/**
 * Whether a hop moves with every node of the graph, however far: through a norm over all rows, unless it holds statistics that
 * it remembers.
 */
export function seesAllNodes(recipe: Recipe): boolean {
  const remembers = recipe.weights.kind !== 'identity' && (recipe.norm === 'batch' || recipe.norm === 'dgn');
  return isGlobal(recipe) && !remembers;
}

/** Whose rows at hop `earlier` may move those of `nodes` at hop `hop`; ascending, virtual nodes included. */
export function nodesThatMatter(trace: Traced, nodes: ArrayLike<number>, hop: number, earlier: number): Int32Array {
  const { graph, recipe } = trace;
  if (hop > earlier && seesAllNodes(recipe)) return Int32Array.from(wiringOf(graph, recipe).graph.ids.keys());
  return heardAlong(trace, nodes, hop, earlier);
}

/** Those of them that messages come from. */
export function heardAlong(
  { graph, recipe }: Pick<Traced, 'graph' | 'recipe'>,
  nodes: ArrayLike<number>,
  hop: number,
  earlier: number,
): Int32Array {
  const wiring = wiringOf(graph, recipe);
  const last = hop > earlier && hop === recipe.hops ? wiring.last : null;
  const heard = last ? heardWithin(last, nodes, 1) : nodes;
  return heardWithin(wiring.graph, heard, (hop - earlier - (last ? 1 : 0)) * radiusOf(recipe));
}

/** Throws, saying what there is, where the node or the hop is not there. */
export function refuseUnknown({ graph, hops }: Traced, node: number, hop: number): void {
  if (!Number.isInteger(hop) || hop < 0 || hop >= hops.length) {
    throw new Error(`There is no hop ${hop}: this trace has hops 0 to ${hops.length - 1}.`);
  }
  if (!Number.isInteger(node) || node < 0 || node >= graph.nodeCount) {
    throw new Error(`There is no node ${node}: this graph's nodes are numbered 0 to ${graph.nodeCount - 1}.`);
  }
}
