import { adjacencyOf } from './adjacency';
import type { Graph } from './graph';

/** The different nodes that share an edge with one, in either direction, those it hears first; itself left out. */
export function neighboursOf(graph: Graph, node: number): number[] {
  const { pointer, source, outPointer, outTarget } = adjacencyOf(graph);
  const near = new Set([
    ...source.subarray(pointer[node], pointer[node + 1]),
    ...outTarget.subarray(outPointer[node], outPointer[node + 1]),
  ]);
  near.delete(node);
  return [...near];
}

/**
 * The same, clockwise from straight above the node.
 *
 * @param positions (N, 2), y upwards; without them in the order of their numbers.
 */
export function neighboursAround(graph: Graph, node: number, positions: Float32Array | null): number[] {
  const angle = (other: number) => {
    if (!positions) return 0;
    const right = positions[2 * other] - positions[2 * node];
    const up = positions[2 * other + 1] - positions[2 * node + 1];
    return (Math.atan2(right, up) + 2 * Math.PI) % (2 * Math.PI);
  };
  return neighboursOf(graph, node).sort((a, b) => angle(a) - angle(b) || a - b);
}
