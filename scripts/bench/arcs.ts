import { adjacencyOf } from '../../src/graph/adjacency';
import type { Graph } from '../../src/graph/graph';

/** A + I by rows, and the row of every entry beside it, which is what a segment sum wants. */
export interface Arcs {
  rows: number;
  /** (rows + 1) */
  pointer: Int32Array;
  /** (entries) where each message comes from */
  source: Int32Array;
  /** (entries) where it goes */
  target: Int32Array;
}

export function arcsOf(graph: Graph): Arcs {
  const { nodeCount, pointer, source } = adjacencyOf(graph);
  const rows = Array.from({ length: nodeCount }, (_, v) => [...source.subarray(pointer[v], pointer[v + 1]), v]);
  const ends = new Int32Array(nodeCount + 1);
  rows.forEach((row, v) => {
    ends[v + 1] = ends[v] + row.length;
  });
  return {
    rows: nodeCount,
    pointer: ends,
    source: Int32Array.from(rows.flat()),
    target: Int32Array.from(rows.flatMap((row, v) => row.map(() => v))),
  };
}
