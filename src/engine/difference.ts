import type { Embeddings } from '../gnn/models/run';
import { placesInOriginal } from '../graph/edits/origin';
import type { FeatureMatrix, Graph } from '../graph/graph';
import type { Difference } from './protocol';

interface Side {
  graph: Graph;
  embeddings: Embeddings;
}

/** How far each node that both graphs have is moved, hop by hop, and how long its row was. */
export function differenceBetween(original: Side, edited: Side): Difference {
  const before = placesInOriginal(edited.graph, original.graph);
  const nodes = Int32Array.from(before.keys()).filter((node) => before[node] >= 0);
  const rows = nodes.map((node) => before[node]);
  const pairs = original.embeddings.hops.map((h, k) => [h, edited.embeddings.hops[k]] as const);
  return {
    nodes,
    moved: pairs.map(([h, next]) => (h.columns === next.columns ? distances(h, rows, next, nodes) : null)),
    length: pairs.map(([h]) => distances(h, rows)),
  };
}

/** (B) ‖next − h‖ row by row, or ‖h‖ without `next`; summed in 64 bits. */
function distances(h: FeatureMatrix, rows: Int32Array, next?: FeatureMatrix, nextRows?: Int32Array): Float32Array {
  const [before, after] = [rowOf(h), next && rowOf(next)];
  return Float32Array.from(rows, (row, i) => {
    const one = before(row);
    const other = after?.(nextRows?.[i] ?? row);
    let sum = 0;
    for (let c = 0; c < one.length; c++) sum += ((other?.[c] ?? 0) - one[c]) ** 2;
    return Math.sqrt(sum);
  });
}

/** One row after another; of a sparse matrix each is laid out as it is asked for, in room that the next one takes. */
function rowOf(matrix: FeatureMatrix): (row: number) => Float32Array {
  if (matrix.kind === 'dense') {
    const { data, columns } = matrix;
    return (row) => data.subarray(row * columns, (row + 1) * columns);
  }
  const { columns, pointer, index, value } = matrix;
  const room = new Float32Array(columns);
  return (row) => {
    room.fill(0);
    for (let p = pointer[row]; p < pointer[row + 1]; p++) room[index[p]] += value?.[p] ?? 1;
    return room;
  };
}
