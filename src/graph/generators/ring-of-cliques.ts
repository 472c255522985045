import { graphFromPlain } from '../from-plain';
import type { Graph } from '../graph';
import { checkWhole } from './parameters';

/**
 * Cliques in a ring, each joined to the next by one edge: information passes the whole ring through single edges. The class
 * is the clique.
 *
 * @param cliques 3…100
 * @param size nodes a clique, 2…40
 */
export function ringOfCliques({ cliques, size }: { cliques: number; size: number }): Graph {
  checkWhole('cliques', cliques, 3, 100);
  checkWhole('size', size, 2, 40);
  const edges: [number, number][] = [];
  for (let k = 0; k < cliques; k++) {
    const first = k * size;
    for (let a = 0; a < size; a++) for (let b = a + 1; b < size; b++) edges.push([first + a, first + b]);
    edges.push([first + size - 1, ((k + 1) % cliques) * size]);
  }
  return graphFromPlain({
    name: 'Ring of cliques',
    nodes: cliques * size,
    edges,
    labels: Array.from({ length: cliques * size }, (_, node) => Math.floor(node / size)),
    classes: Array.from({ length: cliques }, (_, k) => `Clique ${k + 1}`),
  });
}
