import type { FeatureMatrix, SparseMatrix } from '../../graph/graph';

/** ‖s·x_i − t·x_j‖² of two rows, s and t 1 unless given. Differences are taken before they are squared. */
export type RowDistance = (i: number, j: number, s?: number, t?: number) => number;

/** O(C) a pair, or O(entries of both rows) when sparse; its rows are then sorted, as `withSortedRows` leaves them. */
export function rowDistance(matrix: FeatureMatrix): RowDistance {
  if (matrix.kind === 'sparse') return sparseDistance(matrix);
  const { data, columns } = matrix;
  return (i, j, s = 1, t = 1) => {
    let sum = 0;
    for (let x = i * columns, y = j * columns, end = x + columns; x < end; x++, y++) {
      const difference = s * data[x] - t * data[y];
      sum += difference * difference;
    }
    return sum;
  };
}

/** Merges the two sorted rows. */
function sparseDistance({ pointer, index, value }: SparseMatrix): RowDistance {
  return (i, j, s = 1, t = 1) => {
    let [p, q] = [pointer[i], pointer[j]];
    const [pEnd, qEnd] = [pointer[i + 1], pointer[j + 1]];
    let sum = 0;
    while (p < pEnd || q < qEnd) {
      const a = p < pEnd ? index[p] : Number.POSITIVE_INFINITY;
      const b = q < qEnd ? index[q] : Number.POSITIVE_INFINITY;
      const x = a <= b ? s * (value ? value[p] : 1) : 0;
      const y = b <= a ? t * (value ? value[q] : 1) : 0;
      sum += (x - y) * (x - y);
      if (a <= b) p++;
      if (b <= a) q++;
    }
    return sum;
  };
}
