import type { FeatureMatrix } from '../../graph/graph';

/** The same matrix; when sparse, with columns ascending in each row and no column twice. Itself when it is so already. */
export function withSortedRows(matrix: FeatureMatrix): FeatureMatrix {
  if (matrix.kind === 'dense') return matrix;
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
