import type { Graph, Origin } from '../graph';

/** Which node was which at first; where none were added or removed, as they are. */
export function originOf({ origin, nodeCount }: Graph): Origin {
  return origin ?? { number: Int32Array.from({ length: nodeCount }, (_, v) => v), next: nodeCount };
}

/** (N) where each node of an edited graph is in the original it was made of, −1 for those that were added. */
export function placesInOriginal(edited: Graph, original: Graph): Int32Array {
  const at = new Map<number, number>(Array.from(originOf(original).number, (number, node) => [number, node]));
  return originOf(edited).number.map((number) => at.get(number) ?? -1);
}
