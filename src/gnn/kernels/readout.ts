import { groupBy, type SparsePattern } from './sparse-operand';

/**
 * The nodes of each graph of a disjoint union as a (graphs × nodes) pattern, so that a readout is an SpMM: sum, mean or max
 * over all nodes of a graph; zeros for a graph without nodes.
 *
 * @param graphId (N) which graph each node belongs to, 0 … graphs − 1.
 */
export function readoutPattern(graphId: Int32Array, graphs: number): SparsePattern {
  const nodes = Int32Array.from(graphId, (_, node) => node);
  const { pointer, index } = groupBy(graphId, graphs, nodes);
  return { rows: graphs, columns: graphId.length, pointer, index };
}
