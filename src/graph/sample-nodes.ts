import { seededRandom } from './random';

/** Different nodes, each equally likely, ascending; all of them where there are no more than `size`. */
export function sampleNodes(nodeCount: number, size: number, seed: number): Int32Array {
  if (size >= nodeCount) return Int32Array.from({ length: nodeCount }, (_, v) => v);
  const random = seededRandom(seed);
  const chosen = new Set<number>();
  while (chosen.size < size) chosen.add(random.below(nodeCount));
  return Int32Array.from(chosen).sort();
}
