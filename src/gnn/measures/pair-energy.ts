import type { DenseMatrix, FeatureMatrix, SparseMatrix } from '../../graph/graph';
import type { Neighbourhood } from './neighbourhood';

/**
 * Σ over neighbouring pairs of ‖s_i x_i − s_j x_j‖², with `scale` (N) s or 1. Differences are taken before they are squared,
 * so rows that are equal give exactly 0. Linear in pairs × columns, or in the entries of the paired rows when sparse.
 */
export function pairEnergy(
  embedding: FeatureMatrix,
  neighbourhood: Neighbourhood,
  scale: Float64Array | null = null,
): number {
  return embedding.kind === 'dense'
    ? densePairEnergy(embedding, neighbourhood, scale)
    : sparsePairEnergy(withSortedRows(embedding), neighbourhood, scale);
}

function densePairEnergy(
  { data, columns }: DenseMatrix,
  { nodeCount, pointer, other }: Neighbourhood,
  scale: Float64Array | null,
): number {
  let energy = 0;
  for (let i = 0; i < nodeCount; i++) {
    for (let at = pointer[i]; at < pointer[i + 1]; at++) {
      const [x, y] = [i * columns, other[at] * columns];
      if (scale) {
        const [s, t] = [scale[i], scale[other[at]]];
        for (let c = 0; c < columns; c++) energy += (s * data[x + c] - t * data[y + c]) ** 2;
      } else {
        for (let c = 0; c < columns; c++) energy += (data[x + c] - data[y + c]) ** 2;
      }
    }
  }
  return energy;
}

/** Merges the two sorted rows of each pair. */
function sparsePairEnergy(
  { pointer: row, index, value }: SparseMatrix,
  { nodeCount, pointer, other }: Neighbourhood,
  scale: Float64Array | null,
): number {
  let energy = 0;
  for (let i = 0; i < nodeCount; i++) {
    for (let at = pointer[i]; at < pointer[i + 1]; at++) {
      const j = other[at];
      const [s, t] = scale ? [scale[i], scale[j]] : [1, 1];
      let [p, q] = [row[i], row[j]];
      const [pEnd, qEnd] = [row[i + 1], row[j + 1]];
      while (p < pEnd || q < qEnd) {
        const a = p < pEnd ? index[p] : Number.POSITIVE_INFINITY;
        const b = q < qEnd ? index[q] : Number.POSITIVE_INFINITY;
        const x = a <= b ? s * (value ? value[p] : 1) : 0;
        const y = b <= a ? t * (value ? value[q] : 1) : 0;
        energy += (x - y) ** 2;
        if (a <= b) p++;
        if (b <= a) q++;
      }
    }
  }
  return energy;
}

/** The same matrix with columns ascending in each row and no column twice; itself when it is so already. */
function withSortedRows(matrix: SparseMatrix): SparseMatrix {
  const { rows, pointer, index, value } = matrix;
  let sorted = true;
  for (let r = 0; r < rows && sorted; r++) {
    for (let at = pointer[r] + 1; at < pointer[r + 1]; at++) if (index[at - 1] >= index[at]) sorted = false;
  }
  if (sorted) return matrix;
  const columns: number[] = [];
  const entries: number[] = [];
  const ends = new Int32Array(rows + 1);
  for (let r = 0; r < rows; r++) {
    const order = Array.from({ length: pointer[r + 1] - pointer[r] }, (_, k) => pointer[r] + k);
    order.sort((p, q) => index[p] - index[q]);
    for (const at of order) {
      if (columns.length > ends[r] && columns[columns.length - 1] === index[at]) {
        entries[entries.length - 1] += value?.[at] ?? 1;
      } else {
        columns.push(index[at]);
        entries.push(value?.[at] ?? 1);
      }
    }
    ends[r + 1] = columns.length;
  }
  return { ...matrix, pointer: ends, index: Int32Array.from(columns), value: Float32Array.from(entries) };
}
