import { float, four, setFloat, setFour } from '../simd/elements';

// The dense product with SIMD, in place on the backend's memory.

/** Products are summed so many at a time, then the sums: what a tile reads stays in the cache, and long sums lose fewer digits. */
const RUN: usize = 128;

/** Columns of a tile. */
const WIDE: usize = 8;

/**
 * c (m, n) = a (m, k) · b (k, n), c row by row. Element (i, l) of a is number i · aAcross + l · aAlong, element (l, j) of b
 * number l · bAcross + j · bAlong, so that transposed sides are read where they lie. Every element sums in the same order.
 * `panels` has room for RUN rows of b, their number of columns rounded up to a multiple of eight.
 */
export function matmul(
  a: usize, b: usize, panels: usize, c: usize,
  m: usize, n: usize, k: usize, aAcross: usize, aAlong: usize, bAcross: usize, bAlong: usize,
): void {
  if (k == 0) memory.fill(c, 0, (m * n) << 2);
  for (let from: usize = 0; from < k; from += RUN) {
    const run = min(RUN, k - from);
    pack(b + ((from * bAcross) << 2), panels, run, n, bAcross, bAlong);
    const left = a + ((from * aAlong) << 2);
    for (let i: usize = 0; i < m; i += 4) {
      for (let j: usize = 0; j < n; j += WIDE) {
        tile(left, panels + ((j * run) << 2), c, m, n, i, j, run, aAcross, aAlong, from > 0);
      }
    }
  }
}

/** Rows of b as panels of eight columns, each panel row after row, zeros where b ends. */
function pack(b: usize, panels: usize, run: usize, n: usize, across: usize, along: usize): void {
  let to = panels;
  for (let j: usize = 0; j < n; j += WIDE) {
    const columns = min(WIDE, n - j);
    for (let l: usize = 0; l < run; l++) {
      const at = l * across + j * along;
      if (along == 1 && columns == WIDE) {
        setFour(to, 0, four(b, at));
        setFour(to, 4, four(b, at + 4));
      } else {
        for (let w: usize = 0; w < WIDE; w++) setFloat(to, w, w < columns ? float(b, at + w * along) : 0);
      }
      to += WIDE << 2;
    }
  }
}

/** Rows i … i + 3, columns j … j + 7: each number of b is used four times, each of a eight. Rows past the last repeat it. */
@inline
function tile(
  left: usize, panel: usize, c: usize,
  m: usize, n: usize, i: usize, j: usize, run: usize, across: usize, along: usize, more: bool,
): void {
  let s00 = f32x4.splat(0);
  let s01 = s00;
  let s10 = s00;
  let s11 = s00;
  let s20 = s00;
  let s21 = s00;
  let s30 = s00;
  let s31 = s00;
  const last = m - 1;
  const row1 = (min(1, last - i) * across) << 2;
  const row2 = (min(2, last - i) * across) << 2;
  const row3 = (min(3, last - i) * across) << 2;
  const step = along << 2;
  let from = left + ((i * across) << 2);
  for (let l: usize = 0; l < run; l++) {
    const b0 = v128.load(panel);
    const b1 = v128.load(panel, 16);
    const a0 = v128.load_splat<f32>(from);
    s00 = f32x4.add(s00, f32x4.mul(a0, b0));
    s01 = f32x4.add(s01, f32x4.mul(a0, b1));
    const a1 = v128.load_splat<f32>(from + row1);
    s10 = f32x4.add(s10, f32x4.mul(a1, b0));
    s11 = f32x4.add(s11, f32x4.mul(a1, b1));
    const a2 = v128.load_splat<f32>(from + row2);
    s20 = f32x4.add(s20, f32x4.mul(a2, b0));
    s21 = f32x4.add(s21, f32x4.mul(a2, b1));
    const a3 = v128.load_splat<f32>(from + row3);
    s30 = f32x4.add(s30, f32x4.mul(a3, b0));
    s31 = f32x4.add(s31, f32x4.mul(a3, b1));
    from += step;
    panel += WIDE << 2;
  }
  const columns = min(WIDE, n - j);
  const at = i * n + j;
  put(c, at, s00, s01, columns, more);
  if (i + 1 < m) put(c, at + n, s10, s11, columns, more);
  if (i + 2 < m) put(c, at + 2 * n, s20, s21, columns, more);
  if (i + 3 < m) put(c, at + 3 * n, s30, s31, columns, more);
}

/** Writes the first `columns` of eight sums, or adds them where there are `more` than this run. */
@inline
function put(c: usize, at: usize, low: v128, high: v128, columns: usize, more: bool): void {
  if (columns == WIDE) {
    setFour(c, at, more ? f32x4.add(four(c, at), low) : low);
    setFour(c, at + 4, more ? f32x4.add(four(c, at + 4), high) : high);
    return;
  }
  let rest = low;
  for (let w: usize = 0; w < columns; w++) {
    if (w == 4) rest = high;
    const sum = f32x4.extract_lane(rest, 0);
    setFloat(c, at + w, more ? float(c, at + w) + sum : sum);
    rest = i8x16.shuffle(rest, rest, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3);
  }
}
