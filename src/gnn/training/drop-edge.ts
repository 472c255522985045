import type { DenseMatrix, Graph } from '../../graph/graph';
import type { Random } from '../../graph/random';

/**
 * The graph with each edge left out with probability `rate`: DropEdge (Rong et al. 2020, 1907.10903). An undirected edge
 * goes in both directions at once. Coefficients that depend on degrees are computed on what is left, so they are
 * renormalised. Attributes of edges are not carried over: nothing computes with them.
 */
export function dropEdges(graph: Graph, rate: number, random: Random): Graph {
  const kept: number[] = [];
  for (let edge = 0; edge < graph.edgeCount; edge++) if (random.uniform() >= rate) kept.push(edge);
  return {
    ...graph,
    edgeCount: kept.length,
    source: Int32Array.from(kept, (edge) => graph.source[edge]),
    target: Int32Array.from(kept, (edge) => graph.target[edge]),
    weight: graph.weight && Float32Array.from(kept, (edge) => graph.weight?.[edge] ?? 1),
    relation: graph.relation && Int32Array.from(kept, (edge) => graph.relation?.[edge] ?? 0),
    edgeFeatures: graph.edgeFeatures && rowsOf(graph.edgeFeatures, kept),
    edgeAttributes: {},
  };
}

function rowsOf({ columns, data }: DenseMatrix, rows: number[]): DenseMatrix {
  const chosen = new Float32Array(rows.length * columns);
  rows.forEach((row, i) => {
    chosen.set(data.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return { kind: 'dense', rows: rows.length, columns, data: chosen };
}
