import { factor, float, four, setFloat, setFour, sumOfFour, whole, wholeOr } from '../simd/elements';

/** output[r] = max_p value[entry[p]] · x[index[p]], p in segment r of `pointer`; 0 for a segment without entries. */
export function spmmMax(
  x: usize, pointer: usize, index: usize, value: usize, entry: usize, output: usize,
  rows: usize, columns: usize, heads: usize,
): void {
  const width = columns / heads;
  memory.fill(output, 0, (rows * columns) << 2);
  for (let r: usize = 0; r < rows; r++) {
    const to = r * columns;
    const begin = whole(pointer, r);
    const end = whole(pointer, r + 1);
    for (let p = begin; p < end; p++) {
      const from = wholeOr(index, p) * columns;
      for (let head: usize = 0; head < heads; head++) {
        const f = factor(value, entry, p, heads, head);
        const f4 = f32x4.splat(f);
        const stop = (head + 1) * width;
        let c = head * width;
        for (; c + 4 <= stop; c += 4) {
          const term = f32x4.mul(f4, four(x, from + c));
          setFour(output, to + c, p === begin ? term : f32x4.max(term, four(output, to + c)));
        }
        for (; c < stop; c++) {
          const term = f * float(x, from + c);
          setFloat(output, to + c, p === begin ? term : max(term, float(output, to + c)));
        }
      }
    }
  }
}

/**
 * Without `share` how many entries reach the maximum near[s], output[s] = Σ_p [value · far[index[p]] = near[s]];
 * with it output[s] = Σ_p [value · near[s] = far[index[p]]] · value · share[index[p]].
 */
export function spmmMaxTies(
  near: usize, far: usize, share: usize, pointer: usize, index: usize, value: usize, entry: usize, output: usize,
  segments: usize, columns: usize, heads: usize,
): void {
  const width = columns / heads;
  memory.fill(output, 0, (segments * columns) << 2);
  for (let s: usize = 0; s < segments; s++) {
    const to = s * columns;
    const end = whole(pointer, s + 1);
    for (let p = whole(pointer, s); p < end; p++) {
      const from = whole(index, p) * columns;
      for (let head: usize = 0; head < heads; head++) {
        const f = factor(value, entry, p, heads, head);
        const f4 = f32x4.splat(f);
        const stop = (head + 1) * width;
        let c = head * width;
        for (; c + 4 <= stop; c += 4) {
          const here = four(near, to + c);
          const there = four(far, from + c);
          const reached = share ? f32x4.eq(f32x4.mul(f4, here), there) : f32x4.eq(f32x4.mul(f4, there), here);
          const gain = share ? f32x4.mul(f4, four(share, from + c)) : f32x4.splat(1);
          setFour(output, to + c, f32x4.add(four(output, to + c), v128.and(gain, reached)));
        }
        for (; c < stop; c++) {
          const here = float(near, to + c);
          const there = float(far, from + c);
          if (share ? f * here !== there : f * there !== here) continue;
          setFloat(output, to + c, float(output, to + c) + (share ? f * float(share, from + c) : 1));
        }
      }
    }
  }
}

/** output[p, h] = Σ_c [value[p, h] · x[column[p], c] = maximum[row[p], c]] · share[row[p], c] · x[column[p], c]. */
export function spmmMaxWins(
  x: usize, maximum: usize, share: usize, value: usize, row: usize, column: usize, output: usize,
  entries: usize, columns: usize, heads: usize,
): void {
  const width = columns / heads;
  for (let p: usize = 0; p < entries; p++) {
    const a = whole(row, p) * columns;
    const b = whole(column, p) * columns;
    for (let head: usize = 0; head < heads; head++) {
      const f = float(value, p * heads + head);
      const f4 = f32x4.splat(f);
      const stop = (head + 1) * width;
      let c = head * width;
      let sums = f32x4.splat(0);
      for (; c + 4 <= stop; c += 4) {
        const at = four(x, b + c);
        const won = f32x4.eq(f32x4.mul(f4, at), four(maximum, a + c));
        sums = f32x4.add(sums, v128.and(f32x4.mul(four(share, a + c), at), won));
      }
      let sum = sumOfFour(sums);
      for (; c < stop; c++) {
        const at = float(x, b + c);
        if (f * at === float(maximum, a + c)) sum += float(share, a + c) * at;
      }
      setFloat(output, p * heads + head, sum);
    }
  }
}
