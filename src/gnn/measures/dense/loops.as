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

/** Rows that are summed together, so that the sums of a few columns stay in registers over all of them. */
const BLOCK: usize = 32;

/** One block ends where the component changes. Row by row the lengths, then column by column the sums. */
export function sumRows(
  x: usize, rows: usize, width: usize, basis: usize, slot: usize,
  squares: usize, mean: usize, absolute: usize, direction: usize, along: usize, scratch: usize,
): void {
  for (let r: usize = 0; r < rows; ) {
    const begin = r;
    const component = load<u32>(slot + (r << 2));
    for (; r < rows && r - begin < BLOCK && load<u32>(slot + (r << 2)) == component; r++) {
      const from = x + ((r * width) << 2);
      let s = f64x2.splat(0);
      let t = s;
      for (let c: usize = 0; c < width; c += 4) {
        s = plusSquare(s, pair(from + (c << 2)));
        t = plusSquare(t, pair(from + (c << 2) + 8));
      }
      const square = sum(f64x2.add(s, t));
      store<f64>(squares + (r << 3), square);
      store<f64>(scratch + ((r - begin) << 3), square > 0 ? 1 / sqrt(square) : 0);
    }
    const end = scratch + ((r - begin) << 3);
    for (let c: usize = 0; c < width; c += 4) {
      const toMean = mean + (c << 3);
      const toAbsolute = absolute + (c << 3);
      const toDirection = direction + (c << 3);
      const toAlong = along + ((<usize>component * width + c) << 3);
      let m0 = v128.load(toMean);
      let m1 = v128.load(toMean, 16);
      let a0 = v128.load(toAbsolute);
      let a1 = v128.load(toAbsolute, 16);
      let d0 = v128.load(toDirection);
      let d1 = v128.load(toDirection, 16);
      let u0 = v128.load(toAlong);
      let u1 = v128.load(toAlong, 16);
      const first0 = pair(x + (c << 2));
      const first1 = pair(x + (c << 2) + 8);
      let from = x + ((begin * width + c) << 2);
      let entry = basis + (begin << 3);
      for (let unit = scratch; unit < end; unit += 8) {
        const v0 = pair(from);
        const v1 = pair(from + 8);
        m0 = f64x2.add(m0, f64x2.sub(v0, first0));
        m1 = f64x2.add(m1, f64x2.sub(v1, first1));
        a0 = f64x2.add(a0, f64x2.abs(v0));
        a1 = f64x2.add(a1, f64x2.abs(v1));
        const perLength = v128.load64_splat(unit);
        d0 = f64x2.add(d0, f64x2.mul(v0, perLength));
        d1 = f64x2.add(d1, f64x2.mul(v1, perLength));
        const u = v128.load64_splat(entry);
        u0 = f64x2.add(u0, f64x2.mul(v0, u));
        u1 = f64x2.add(u1, f64x2.mul(v1, u));
        from += width << 2;
        entry += 8;
      }
      v128.store(toMean, m0);
      v128.store(toMean, m1, 16);
      v128.store(toAbsolute, a0);
      v128.store(toAbsolute, a1, 16);
      v128.store(toDirection, d0);
      v128.store(toDirection, d1, 16);
      v128.store(toAlong, u0);
      v128.store(toAlong, u1, 16);
    }
  }
}

/** Rows that do not count are multiplied by 0: a branch for every two columns costs more than all that is summed there. */
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
    const unit = f64x2.splat(square > 0 ? 1 / sqrt(square) : 0);
    const turned = f64x2.splat(square > 0 ? 1 : 0);
    const entry = f64x2.splat(load<f64>(basis + (r << 3)));
    const joined = f64x2.splat(load<f64>(basis + (r << 3)) != 0 ? 1 : 0);
    const to = along + ((<usize>load<u32>(slot + (r << 2)) * width) << 3);
    for (let c: usize = 0; c < width; c += 2) {
      const v = pair(from + (c << 2));
      const at = c << 3;
      const m = v128.load(mean + at);
      const d = v128.load(direction + at);
      const u = v128.load(to + at);
      aboutMean = plusSquare(aboutMean, f64x2.sub(v, m));
      spread = plusSquare(spread, f64x2.sub(f64x2.mul(v, unit), f64x2.mul(d, turned)));
      aboutSubspace = plusSquare(aboutSubspace, f64x2.sub(f64x2.mul(v, joined), f64x2.mul(u, entry)));
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
  scratch: usize, totals: usize,
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
    for (let c: usize = 0; c < width; c += 2) v128.store(scratch + (c << 3), pair(from + (c << 2)));
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
        const a = scratch + (c << 3);
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
