import { adjacencyOf } from '../../graph/adjacency';
import type { FeatureMatrix, Graph } from '../../graph/graph';
import { readRow } from '../linear-algebra/matrix-rows';
import { type NearestCentroid, nearestCentroid } from './nearest-centroid';

/** What one hop's rows have in common. */
export interface HopShape {
  /** Share of ‖H‖² in the mean row: 1 when all rows are one point. */
  point: number;
  /** Share of ‖H‖² on rows ∝ √d̃: 1 when the rows lie on a ray by degree. */
  ray: number;
  /** Rows that are all zero. */
  zeroRows: number;
  /** Share of labelled nodes whose nearest class centroid is their own class's, of all and by class; null without labels. */
  nearestCentroid: NearestCentroid | null;
}

/**
 * What the rows of `embedding` (N, C) have in common. `point` and `ray` are the shares of ‖H‖² on the constant vector and on
 * √d̃, where d̃ is what GCN normalises by: the incoming weight, with a self-loop of 1 where there is none. An all-zero
 * embedding is one point. Values that are not finite give 0.
 */
export function hopShape(embedding: FeatureMatrix, graph: Graph): HopShape {
  const { rows, columns } = embedding;
  const root = rootDegrees(graph);
  const mean = new Float64Array(columns);
  const along = new Float64Array(columns);
  const row = new Float64Array(columns);
  let norm = 0;
  let zeroRows = 0;
  for (let r = 0; r < rows; r++) {
    readRow(embedding, r, row);
    let square = 0;
    const weight = root[r];
    for (let c = 0; c < columns; c++) {
      const x = row[c];
      square += x * x;
      mean[c] += x;
      along[c] += x * weight;
    }
    norm += square;
    if (square === 0) zeroRows++;
  }
  const finite = Number.isFinite(norm);
  const share = (projection: Float64Array, length: number) => {
    if (!finite || length === 0) return 0;
    return norm === 0 ? 1 : Math.min(1, projection.reduce((sum, x) => sum + x * x, 0) / length / norm);
  };
  return {
    point: share(mean, rows),
    ray: share(
      along,
      root.reduce((sum, x) => sum + x * x, 0),
    ),
    zeroRows,
    nearestCentroid: graph.labels && finite ? nearestCentroid(embedding, graph.labels) : null,
  };
}

const kept = new WeakMap<Graph, Float64Array>();

/** (N) √d̃; computed once a graph. */
function rootDegrees(graph: Graph): Float64Array {
  let roots = kept.get(graph);
  if (!roots) {
    roots = computeRoots(graph);
    kept.set(graph, roots);
  }
  return roots;
}

function computeRoots(graph: Graph): Float64Array {
  const { nodeCount, pointer, source, edge } = adjacencyOf(graph);
  return Float64Array.from({ length: nodeCount }, (_, v) => {
    let degree = 0;
    let loop = false;
    for (let arc = pointer[v]; arc < pointer[v + 1]; arc++) {
      degree += graph.weight ? graph.weight[edge[arc]] : 1;
      if (source[arc] === v) loop = true;
    }
    return Math.sqrt(Math.max(0, loop ? degree : degree + 1));
  });
}
