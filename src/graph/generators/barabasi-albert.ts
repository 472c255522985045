import { graphFromPlain } from '../from-plain';
import type { Graph } from '../graph';
import { seededRandom } from '../random';
import { checkSeed, checkWhole } from './parameters';

/**
 * Preferential attachment (Barabási & Albert, Science 286, 1999): from a star of m + 1 nodes on, every newcomer ties itself
 * to m different nodes, each chosen in proportion to its degree. Early nodes become hubs, so the class is the quarter in
 * which a node arrived.
 *
 * @param nodes 2…20,000
 * @param edgesPerNode m, 1…10 and below `nodes`
 */
export function barabasiAlbert(parameters: { nodes: number; edgesPerNode: number; seed: number }): Graph {
  const { nodes, edgesPerNode, seed } = parameters;
  checkWhole('nodes', nodes, 2, 20_000);
  checkWhole('edgesPerNode', edgesPerNode, 1, Math.min(10, nodes - 1));
  checkSeed(seed);
  const random = seededRandom(seed);
  const edges: [number, number][] = [];
  /** Every node as often as its degree: an even choice from here is a choice by degree. */
  const ends: number[] = [];
  const connect = (a: number, b: number) => {
    edges.push([a, b]);
    ends.push(a, b);
  };
  for (let leaf = 1; leaf <= edgesPerNode; leaf++) connect(0, leaf);
  for (let node = edgesPerNode + 1; node < nodes; node++) {
    const friends = new Set<number>();
    while (friends.size < edgesPerNode) friends.add(random.choice(ends));
    for (const friend of friends) connect(node, friend);
  }
  return graphFromPlain({
    name: 'Barabási–Albert',
    nodes,
    edges,
    labels: Array.from({ length: nodes }, (_, node) => Math.floor((4 * node) / nodes)),
    classes: ['First quarter', 'Second quarter', 'Third quarter', 'Last quarter'],
  });
}
