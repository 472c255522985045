import { adjacencyOf } from '../adjacency';
import type { Graph } from '../graph';
import { seededRandom } from '../random';

/** Chance that a step goes back to where the walk began: 0.15 in Leskovec & Faloutsos. */
const RETURN = 0.15;

/** Steps without a new node, in steps for each node wanted, after which the walk begins elsewhere. */
const PATIENCE = 10;

/**
 * The nodes that a walker comes by (random walk with restart, Leskovec & Faloutsos, "Sampling from large graphs", KDD 2006,
 * doi:10.1145/1150402.1150479), until there are enough: degrees and clustering stay much like those of the whole. Direction is
 * ignored. A walk that finds nothing new any more begins again at another node of chance.
 *
 * @param count at most that many nodes.
 * @returns ascending node indices.
 */
export function randomWalk(graph: Graph, count: number, seed: number): Int32Array {
  const random = seededRandom(seed);
  const { pointer, source, outPointer, outTarget } = adjacencyOf(graph);
  const wanted = Math.min(count, graph.nodeCount);
  const visited = new Set<number>();
  /** Any node at the other end of an edge; itself when it has none. */
  const neighbour = (node: number) => {
    const heard = pointer[node + 1] - pointer[node];
    const told = graph.directed ? outPointer[node + 1] - outPointer[node] : 0;
    if (heard + told === 0) return node;
    const place = random.below(heard + told);
    return place < heard ? source[pointer[node] + place] : outTarget[outPointer[node] + place - heard];
  };
  while (visited.size < wanted) {
    const start = random.below(graph.nodeCount);
    let node = start;
    for (let idle = 0; idle < PATIENCE * wanted && visited.size < wanted; idle++) {
      if (!visited.has(node)) {
        visited.add(node);
        idle = 0;
      }
      node = random.uniform() < RETURN ? start : neighbour(node);
    }
  }
  return Int32Array.from(visited).sort();
}
