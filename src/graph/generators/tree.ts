import { graphFromPlain } from '../from-plain';
import type { Graph } from '../graph';
import { GraphError, grouped } from '../graph-error';
import { checkWhole } from './parameters';

const MOST_NODES = 100_000;

/**
 * A balanced tree, numbered level by level from the root 0. What a node hears grows with its depth exponentially, while
 * its vector stays as narrow as it was. The class is the branch below the root.
 *
 * @param branching children a node, 2…10
 * @param depth levels below the root, 1…16
 */
export function balancedTree({ branching, depth }: { branching: number; depth: number }): Graph {
  checkWhole('branching', branching, 2, 10);
  checkWhole('depth', depth, 1, 16);
  const nodes = (branching ** (depth + 1) - 1) / (branching - 1);
  if (nodes > MOST_NODES) {
    throw new GraphError(
      `a tree with branching ${branching} and depth ${depth} has ${grouped(nodes)} nodes; choose less, up to ${grouped(MOST_NODES)}`,
    );
  }
  const edges: [number, number][] = [];
  const labels = [0];
  for (let child = 1; child < nodes; child++) {
    const parent = Math.floor((child - 1) / branching);
    edges.push([parent, child]);
    labels.push(parent === 0 ? child : labels[parent]);
  }
  return graphFromPlain({
    name: 'Balanced tree',
    nodes,
    edges,
    labels,
    classes: ['Root', ...Array.from({ length: branching }, (_, k) => `Branch ${k + 1}`)],
  });
}
