import { float, four, setFloat, setFour, sumOfFour, whole } from '../simd/elements';

/** output[p, h] = Σ_c left[row[p], h, c] · right[column[p], h, c]. */
export function sddmmDot(
  left: usize, right: usize, row: usize, column: usize, output: usize,
  entries: usize, columns: usize, heads: usize,
): void {
  const width = columns / heads;
  for (let p: usize = 0; p < entries; p++) {
    const a = whole(row, p) * columns;
    const b = whole(column, p) * columns;
    for (let head: usize = 0; head < heads; head++) {
      const stop = (head + 1) * width;
      let c = head * width;
      let sums = f32x4.splat(0);
      for (; c + 4 <= stop; c += 4) sums = f32x4.add(sums, f32x4.mul(four(left, a + c), four(right, b + c)));
      let sum = sumOfFour(sums);
      for (; c < stop; c++) sum += float(left, a + c) * float(right, b + c);
      setFloat(output, p * heads + head, sum);
    }
  }
}

/** output[p] = left[row[p]] + right[column[p]]. */
export function sddmmAdd(
  left: usize, right: usize, row: usize, column: usize, output: usize,
  entries: usize, columns: usize,
): void {
  for (let p: usize = 0; p < entries; p++) {
    const a = whole(row, p) * columns;
    const b = whole(column, p) * columns;
    const to = p * columns;
    let c: usize = 0;
    for (; c + 4 <= columns; c += 4) setFour(output, to + c, f32x4.add(four(left, a + c), four(right, b + c)));
    for (; c < columns; c++) setFloat(output, to + c, float(left, a + c) + float(right, b + c));
  }
}
