import { graphFromPlain } from '../from-plain';
import type { Graph } from '../graph';
import { seededRandom } from '../random';
import { checkNumber, checkSeed, checkWhole } from './parameters';

/**
 * A small world (Watts & Strogatz, Nature 393, 1998): a ring in which every node knows its nearest neighbours, some of
 * whose edges are then rewired to anyone. The class is the quarter of the ring, so that shortcuts show.
 *
 * @param nodes 4…20,000
 * @param neighbours to both sides together: an even number from 2, below `nodes` and at most 20
 * @param rewiring 0…1: the share of edges rewired, on average. The far end moves; duplicates and self-loops are avoided.
 */
export function wattsStrogatz(parameters: {
  nodes: number;
  neighbours: number;
  rewiring: number;
  seed: number;
}): Graph {
  const { nodes, neighbours, rewiring, seed } = parameters;
  checkWhole('nodes', nodes, 4, 20_000);
  checkWhole('neighbours / 2', neighbours / 2, 1, Math.min(10, Math.floor((nodes - 1) / 2)));
  checkNumber('rewiring', rewiring, 0, 1);
  checkSeed(seed);
  const random = seededRandom(seed);
  const friends = Array.from({ length: nodes }, () => new Set<number>());
  const edges: [number, number][] = [];
  for (let step = 1; step <= neighbours / 2; step++) {
    for (let node = 0; node < nodes; node++) {
      const far = (node + step) % nodes;
      friends[node].add(far);
      friends[far].add(node);
      edges.push([node, far]);
    }
  }
  for (const edge of edges) {
    const [node, far] = edge;
    // A node that knows everyone has nowhere to rewire to.
    if (random.uniform() >= rewiring || friends[node].size === nodes - 1) continue;
    let other: number;
    do other = random.below(nodes);
    while (other === node || friends[node].has(other));
    friends[node].delete(far);
    friends[far].delete(node);
    friends[node].add(other);
    friends[other].add(node);
    edge[1] = other;
  }
  return graphFromPlain({
    name: 'Watts–Strogatz',
    nodes,
    edges,
    labels: Array.from({ length: nodes }, (_, node) => Math.floor((4 * node) / nodes)),
    classes: ['First quarter', 'Second quarter', 'Third quarter', 'Last quarter'],
  });
}
