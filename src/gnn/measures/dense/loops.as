// The passes of loops.ts with SIMD, in double precision. Addresses are bytes; arrays as described there. `width` is a
// multiple of 8.

/** Two float32 as float64. */
@inline
function pair(at: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(at));
}

@inline
function sum(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}

@inline
function plusSquare(sum: v128, d: v128): v128 {
  return f64x2.add(sum, f64x2.mul(d, d));
}

export function sumRows(
  x: usize, rows: usize, width: usize, basis: usize, slot: usize,
  squares: usize, mean: usize, absolute: usize, direction: usize, along: usize,
): void {
  for (let r: usize = 0; r < rows; r++) {
    const from = x + ((r * width) << 2);
    let s = f64x2.splat(0);
    let t = s;
    for (let c: usize = 0; c < width; c += 4) {
      s = plusSquare(s, pair(from + (c << 2)));
      t = plusSquare(t, pair(from + (c << 2) + 8));
    }
    const square = sum(f64x2.add(s, t));
    store<f64>(squares + (r << 3), square);
    const unit = f64x2.splat(square > 0 ? 1 / sqrt(square) : 0);
    const entry = load<f64>(basis + (r << 3));
    const to = along + ((<usize>load<u32>(slot + (r << 2)) * width) << 3);
    for (let c: usize = 0; c < width; c += 2) {
      const v = pair(from + (c << 2));
      const at = c << 3;
      v128.store(mean + at, f64x2.add(v128.load(mean + at), f64x2.sub(v, pair(x + (c << 2)))));
      v128.store(absolute + at, f64x2.add(v128.load(absolute + at), f64x2.abs(v)));
      v128.store(direction + at, f64x2.add(v128.load(direction + at), f64x2.mul(v, unit)));
      if (entry != 0) v128.store(to + at, f64x2.add(v128.load(to + at), f64x2.mul(v, f64x2.splat(entry))));
    }
  }
}

export function sumDeviations(
  x: usize, rows: usize, width: usize, basis: usize, slot: usize,
  squares: usize, mean: usize, direction: usize, along: usize, totals: usize,
): void {
  let aboutMean = f64x2.splat(0);
  let spread = aboutMean;
  let aboutSubspace = aboutMean;
  for (let r: usize = 0; r < rows; r++) {
    const from = x + ((r * width) << 2);
    const square = load<f64>(squares + (r << 3));
    const unit = f64x2.splat(1 / sqrt(square));
    const entry = load<f64>(basis + (r << 3));
    const to = along + ((<usize>load<u32>(slot + (r << 2)) * width) << 3);
    for (let c: usize = 0; c < width; c += 2) {
      const v = pair(from + (c << 2));
      const at = c << 3;
      aboutMean = plusSquare(aboutMean, f64x2.sub(v, v128.load(mean + at)));
      if (square > 0) spread = plusSquare(spread, f64x2.sub(f64x2.mul(v, unit), v128.load(direction + at)));
      if (entry != 0) {
        const inside = f64x2.mul(v128.load(to + at), f64x2.splat(entry));
        aboutSubspace = plusSquare(aboutSubspace, f64x2.sub(v, inside));
      }
    }
  }
  store<f64>(totals, sum(aboutMean));
  store<f64>(totals, sum(spread), 8);
  store<f64>(totals, sum(aboutSubspace), 16);
}

/** Pairs whose rows are asked for at once: their ways from memory overlap, and they fit the first cache. */
const AHEAD: usize = 32;

/** Asks for the rows of pairs begin … end−1 by a load from every cache line of them. */
@inline
function touch(x: usize, width: usize, other: usize, squares: usize, scale: usize, begin: usize, end: usize): u32 {
  let seen: u32 = 0;
  for (let at = begin; at < end; at++) {
    const j = <usize>load<u32>(other + (at << 2));
    const to = x + ((j * width) << 2);
    for (let line = to; line < to + (width << 2); line += 64) seen |= load<u32>(line);
    seen |= load<u32>(squares + (j << 3)) | load<u32>(scale + (j << 3));
  }
  return seen;
}

/** ‖s x − t y‖² */
function scaledSquare(x: usize, y: usize, width: usize, s: f64, t: f64): f64 {
  let square = f64x2.splat(0);
  for (let at: usize = 0; at < width << 2; at += 8) {
    const d = f64x2.sub(f64x2.mul(pair(x + at), f64x2.splat(s)), f64x2.mul(pair(y + at), f64x2.splat(t)));
    square = plusSquare(square, d);
  }
  return sum(square);
}

export function sumPairs(
  x: usize, rows: usize, width: usize, pointer: usize, other: usize, weight: usize, scale: usize, squares: usize,
  row: usize, totals: usize,
): void {
  let plain: f64 = 0;
  let normalised: f64 = 0;
  let seen: u32 = 0;
  let ahead: usize = 0;
  const pairs = <usize>load<u32>(pointer + (rows << 2));
  for (let i: usize = 0; i < rows; i++) {
    const from = x + ((i * width) << 2);
    const begin = <usize>load<u32>(pointer + (i << 2));
    const end = <usize>load<u32>(pointer + (i << 2), 4);
    if (begin == end) continue;
    for (let c: usize = 0; c < width; c += 2) v128.store(row + (c << 3), pair(from + (c << 2)));
    const s = load<f64>(scale + (i << 3));
    const own = s * load<f64>(squares + (i << 3));
    for (let at = begin; at < end; at++) {
      if (at == ahead) {
        ahead = min<usize>(at + AHEAD, pairs);
        seen |= touch(x, width, other, squares, scale, at, ahead);
      }
      const j = <usize>load<u32>(other + (at << 2));
      const to = x + ((j * width) << 2);
      let s0 = f64x2.splat(0);
      let s1 = s0;
      let s2 = s0;
      let s3 = s0;
      for (let c: usize = 0; c < width; c += 8) {
        const a = row + (c << 3);
        const b = to + (c << 2);
        s0 = plusSquare(s0, f64x2.sub(v128.load(a), pair(b)));
        s1 = plusSquare(s1, f64x2.sub(v128.load(a, 16), pair(b + 8)));
        s2 = plusSquare(s2, f64x2.sub(v128.load(a, 32), pair(b + 16)));
        s3 = plusSquare(s3, f64x2.sub(v128.load(a, 48), pair(b + 24)));
      }
      const square = sum(f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3)));
      plain += square;
      // As in normalised-dirichlet-energy.ts.
      const t = load<f64>(scale + (j << 3));
      const along = s * t * square;
      let term = along + (s - t) * (own - t * load<f64>(squares + (j << 3)));
      if (term < 1e-6 * along) term = scaledSquare(from, to, width, s, t);
      normalised += load<f64>(weight + (at << 3)) * term;
    }
  }
  store<f64>(totals, plain);
  store<f64>(totals, normalised, 8);
  // Nobody reads it: it keeps the loads above from being left out.
  store<u32>(totals, seen, 24);
}
