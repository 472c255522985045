import { heardWithin } from '../../graph/hops';
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

/** Whose rows `hops` hops ago may move those of `nodes`; ascending. */
export function nodesThatMatter({ graph, recipe }: Traced, nodes: ArrayLike<number>, hops: number): Int32Array {
  if (hops > 0 && seesAllNodes(recipe)) return Int32Array.from(graph.ids.keys());
  return heardWithin(graph, nodes, hops * radiusOf(recipe));
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
