import type { Graph } from '../../graph/graph';
import type { Neighbourhood } from './neighbourhood';
import type { RowDistance } from './row-distance';

/**
 * The edges of Ã where they are not simply the pairs of neighbours: weights count, duplicates add, a self-loop's own weight
 * stands in for the 1 that is added otherwise. Directed edges are taken both ways.
 */
export interface WeightedEdges {
  /** The edges between different nodes. */
  source: Int32Array;
  target: Int32Array;
  weight: Float64Array;
  /** (N) 1/√d̃, d̃ the weights at a node and its self-loop; 0 where they do not add up to more than 0. */
  scale: Float64Array;
}

/** Null where every pair of neighbours has one edge of weight 1, which `Neighbourhood` already tells. */
export function weightedEdgesOf(graph: Graph, { other }: Neighbourhood): WeightedEdges | null {
  const between: number[] = [];
  const loop = new Float64Array(graph.nodeCount).fill(1);
  for (let e = 0; e < graph.edgeCount; e++) {
    if (graph.source[e] !== graph.target[e]) between.push(e);
    else loop[graph.source[e]] = graph.weight ? graph.weight[e] : 1;
  }
  if (!graph.weight && (graph.directed || between.length === other.length)) return null;
  const source = Int32Array.from(between, (e) => graph.source[e]);
  const target = Int32Array.from(between, (e) => graph.target[e]);
  const weight = Float64Array.from(between, (e) => (graph.weight ? graph.weight[e] : 1));
  const degree = loop;
  for (let k = 0; k < weight.length; k++) {
    degree[source[k]] += weight[k];
    degree[target[k]] += weight[k];
  }
  return { source, target, weight, scale: degree.map((d) => (d > 0 ? 1 / Math.sqrt(d) : 0)) };
}

/** `dirichletNormalised` on them: Σ over edges of w ‖x_u/√d̃_u − x_v/√d̃_v‖², which is tr(Xᵀ (I − S) X). O(E·C). */
export function weightedEnergy({ source, target, weight, scale }: WeightedEdges, distance: RowDistance): number {
  let energy = 0;
  for (let k = 0; k < weight.length; k++) {
    const [u, v] = [source[k], target[k]];
    energy += weight[k] * distance(u, v, scale[u], scale[v]);
  }
  return energy;
}
