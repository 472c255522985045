import type { SparseMatrix } from '../../graph/graph';
import { meanRow, squaredNorm } from '../linear-algebra/matrix-rows';
import type { DegreeSubspace } from './degree-subspace';
import type { RowSummary } from './sums';

/** The summary of a sparse embedding from its stored entries, in rows that name no column twice. */
export function sparseRowSummary(embedding: SparseMatrix, subspace: DegreeSubspace): RowSummary {
  const { rows, columns, pointer, index, value } = embedding;
  const squaredLengths = new Float64Array(rows);
  const absoluteSums = new Float64Array(columns);
  let total = 0;
  let nonZero = 0;
  for (let r = 0; r < rows; r++) {
    for (let at = pointer[r]; at < pointer[r + 1]; at++) {
      const x = value ? value[at] : 1;
      squaredLengths[r] += x * x;
      absoluteSums[index[at]] += Math.abs(x);
    }
    total += squaredLengths[r];
    if (squaredLengths[r] > 0) nonZero++;
  }
  const finite = Number.isFinite(total);
  return {
    rows,
    nonZero,
    squaredLengths,
    squaredNorm: total,
    absoluteSums,
    spread: finite ? spreadOf(embedding, squaredLengths, nonZero) : 0,
    aboutMean: finite ? squaredNorm(embedding, meanRow(embedding)) : 0,
    aboutSubspace: finite ? aboutSubspace(embedding, subspace) : 0,
  };
}

function spreadOf({ rows, columns, pointer, index, value }: SparseMatrix, squares: Float64Array, nonZero: number) {
  const unit = squares.map((square) => (square > 0 ? 1 / Math.sqrt(square) : 0));
  const direction = new Float64Array(columns);
  for (let r = 0; r < rows; r++) {
    for (let at = pointer[r]; at < pointer[r + 1]; at++) {
      direction[index[at]] += ((value ? value[at] : 1) * unit[r]) / nonZero;
    }
  }
  /** Rows that are not zero and have no entry in a column: there they are the whole of `direction` away from it. */
  const absent = new Float64Array(columns).fill(nonZero);
  let spread = 0;
  for (let r = 0; r < rows; r++) {
    if (unit[r] === 0) continue;
    for (let at = pointer[r]; at < pointer[r + 1]; at++) {
      spread += ((value ? value[at] : 1) * unit[r] - direction[index[at]]) ** 2;
      absent[index[at]]--;
    }
  }
  return direction.reduce((sum, x, c) => sum + absent[c] * x * x, spread);
}

/** Σ over components of ‖X_k − u_k (u_kᵀ X_k)‖², with one row of sums at a time. */
function aboutSubspace(
  { columns, pointer, index, value }: SparseMatrix,
  { slots, slotPointer, member, weight }: DegreeSubspace,
): number {
  const along = new Float64Array(columns);
  /** Σ u_i² over the entries stored in each column, and their count: the rest of the component has zeros there. */
  const present = new Float64Array(columns);
  const count = new Int32Array(columns);
  let total = 0;
  for (let slot = 0; slot < slots; slot++) {
    const nodes = member.subarray(slotPointer[slot], slotPointer[slot + 1]);
    for (const r of nodes) {
      for (let at = pointer[r]; at < pointer[r + 1]; at++) {
        along[index[at]] += (value ? value[at] : 1) * weight[r];
        present[index[at]] += weight[r] ** 2;
        count[index[at]]++;
      }
    }
    for (const r of nodes) {
      for (let at = pointer[r]; at < pointer[r + 1]; at++)
        total += ((value ? value[at] : 1) - weight[r] * along[index[at]]) ** 2;
    }
    for (const r of nodes) {
      for (let at = pointer[r]; at < pointer[r + 1]; at++) {
        const c = index[at];
        // In a full column nothing is absent, to the last bit.
        if (count[c] < nodes.length) total += along[c] ** 2 * Math.max(0, 1 - present[c]);
        along[c] = present[c] = count[c] = 0;
      }
    }
  }
  return total;
}
