import { readRow } from '../gnn/linear-algebra/matrix-rows';
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
  const before = new Float64Array(h.columns);
  const after = new Float64Array(h.columns);
  return Float32Array.from(rows, (row, i) => {
    readRow(h, row, before);
    if (next) readRow(next, nextRows?.[i] ?? row, after);
    let sum = 0;
    for (let c = 0; c < h.columns; c++) sum += (after[c] - before[c]) ** 2;
    return Math.sqrt(sum);
  });
}
