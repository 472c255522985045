import { graphFromPlain } from '../from-plain';
import type { Graph } from '../graph';
import { GraphError, grouped } from '../graph-error';
import { seededRandom } from '../random';
import { checkSeed, checkWhole } from './parameters';

const MOST_NODES = 100_000;

export interface TreeNeighboursMatchParameters {
  /** Levels below the root, the radius r of the problem, 1…8. */
  radius: number;
  /** How many examples, 1…5,000. */
  trees: number;
  seed: number;
}

/**
 * Tree-NeighborsMatch (Alon & Yahav 2021, arXiv 2006.05205): what a root has to tell is at one of its 2^r leaves, and what all of
 * them say has to go through two edges. Every tree is an example: leaf i has the key i and a class of its own, a permutation; the
 * root has one of the keys, and its class is that of the leaf with this key. Edges lead from child to parent.
 *
 * Features: the key one-hot, then the class one-hot, 2^r columns each, (trees · (2^{r+1} − 1), 2^{r+1}); inner nodes have none.
 * Only roots have a class to learn; all of them are trained on and none is left to test, for training accuracy is the measure:
 * a network that does not get there cannot carry the news, let alone generalise.
 */
export function treeNeighboursMatch({ radius, trees, seed }: TreeNeighboursMatchParameters): Graph {
  checkWhole('radius', radius, 1, 8);
  checkWhole('trees', trees, 1, 5_000);
  checkSeed(seed);
  const leaves = 2 ** radius;
  const size = 2 * leaves - 1;
  const nodes = trees * size;
  if (nodes > MOST_NODES) {
    const fewer = Math.floor(MOST_NODES / size);
    throw new GraphError(`${trees} trees of ${size} nodes are ${grouped(nodes)} nodes; choose up to ${fewer} trees`);
  }
  const random = seededRandom(seed);
  const columns = 2 * leaves;
  const data = new Float32Array(nodes * columns);
  const labels = new Array<number | null>(nodes).fill(null);
  const edges: [number, number][] = [];
  const roots: number[] = [];
  for (let tree = 0; tree < trees; tree++) {
    const root = tree * size;
    const values = random.shuffle(Array.from({ length: leaves }, (_, i) => i));
    const key = random.below(leaves);
    for (let child = 1; child < size; child++) edges.push([root + child, root + Math.floor((child - 1) / 2)]);
    values.forEach((value, leaf) => {
      const row = (root + size - leaves + leaf) * columns;
      data[row + leaf] = 1;
      data[row + leaves + value] = 1;
    });
    data[root * columns + key] = 1;
    labels[root] = values[key];
    roots.push(root);
  }
  return graphFromPlain({
    name: 'Tree-NeighborsMatch',
    directed: true,
    nodes,
    edges,
    features: { rows: nodes, columns, data },
    labels,
    classes: Array.from({ length: leaves }, (_, k) => `Leaf says ${k + 1}`),
    graphIds: Array.from({ length: nodes }, (_, node) => Math.floor(node / size)),
    split: { train: roots, validation: [], test: [] },
  });
}
