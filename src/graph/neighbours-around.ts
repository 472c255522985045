import { adjacencyOf } from './adjacency';
import type { Graph } from './graph';

/**
 * The different nodes that share an edge with one, in either direction and itself left out, clockwise from straight above it.
 *
 * @param positions (N, 2), y upwards; without them in the order of their numbers.
 */
export function neighboursAround(graph: Graph, node: number, positions: Float32Array | null): number[] {
  const { pointer, source, outPointer, outTarget } = adjacencyOf(graph);
  const near = new Set([
    ...source.subarray(pointer[node], pointer[node + 1]),
    ...outTarget.subarray(outPointer[node], outPointer[node + 1]),
  ]);
  near.delete(node);
  const neighbours = [...near].sort((a, b) => a - b);
  if (!positions) return neighbours;
  const angle = (other: number) => {
    const right = positions[2 * other] - positions[2 * node];
    const up = positions[2 * other + 1] - positions[2 * node + 1];
    return (Math.atan2(right, up) + 2 * Math.PI) % (2 * Math.PI);
  };
  return neighbours.sort((a, b) => angle(a) - angle(b) || a - b);
}
