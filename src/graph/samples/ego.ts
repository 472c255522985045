import { adjacencyOf } from '../adjacency';
import type { Graph } from '../graph';
import { seededRandom } from '../random';

/**
 * A node and those nearest to it, ring by ring; of the ring that does not fit any more, as many as do, by chance. Direction is
 * ignored.
 *
 * @param count at most that many nodes, the centre among them.
 * @returns ascending node indices.
 */
export function egoNetwork(graph: Graph, centre: number, count: number, seed: number): Int32Array {
  const { pointer, source, outPointer, outTarget } = adjacencyOf(graph);
  const random = seededRandom(seed);
  const seen = new Set([centre]);
  let ring = [centre];
  while (ring.length > 0 && seen.size < count) {
    const next = new Set<number>();
    for (const node of ring) {
      for (let arc = pointer[node]; arc < pointer[node + 1]; arc++) if (!seen.has(source[arc])) next.add(source[arc]);
      for (let arc = outPointer[node]; arc < outPointer[node + 1]; arc++) {
        if (!seen.has(outTarget[arc])) next.add(outTarget[arc]);
      }
    }
    ring = [...next];
    const room = count - seen.size;
    for (const node of ring.length > room ? random.shuffle(ring).slice(0, room) : ring) seen.add(node);
  }
  return Int32Array.from(seen).sort();
}
