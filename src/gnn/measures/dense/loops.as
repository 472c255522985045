// The passes of loops.ts with SIMD, in double precision. Addresses are bytes; arrays as described there.

import { addGram } from '../../linear-algebra/gram';

/** Two float32 as float64. */
@inline
function pair(at: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(at));
}

@inline
function sum(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}

/** (x − y)² for two numbers and the two at `to`. */
@inline
function squared(x: v128, to: usize): v128 {
  const d = f64x2.sub(x, pair(to));
  return f64x2.mul(d, d);
}

export function sumRows(
  x: usize, rows: usize, columns: usize, weight: usize, slot: usize,
  squares: usize, mean: usize, absolute: usize, direction: usize, along: usize,
): void {
  const odd = columns & 1;
  const even = columns - odd;
  for (let r: usize = 0; r < rows; r++) {
    const from = x + ((r * columns) << 2);
    let s = f64x2.splat(0);
    let t = s;
    let c: usize = 0;
    for (; c + 4 <= even; c += 4) {
      const u = pair(from + (c << 2));
      const v = pair(from + (c << 2) + 8);
      s = f64x2.add(s, f64x2.mul(u, u));
      t = f64x2.add(t, f64x2.mul(v, v));
    }
    if (c < even) {
      const u = pair(from + (c << 2));
      s = f64x2.add(s, f64x2.mul(u, u));
    }
    let square = sum(f64x2.add(s, t));
    if (odd) square += <f64>load<f32>(from + (even << 2)) * <f64>load<f32>(from + (even << 2));
    store<f64>(squares + (r << 3), square);
    const unit: f64 = square > 0 ? 1 / sqrt(square) : 0;
    const w = load<f64>(weight + (r << 3));
    const to = along + ((<usize>load<u32>(slot + (r << 2)) * columns) << 3);
    for (c = 0; c < even; c += 2) {
      const v = pair(from + (c << 2));
      const at = c << 3;
      v128.store(mean + at, f64x2.add(v128.load(mean + at), f64x2.sub(v, pair(x + (c << 2)))));
      v128.store(absolute + at, f64x2.add(v128.load(absolute + at), f64x2.abs(v)));
      v128.store(direction + at, f64x2.add(v128.load(direction + at), f64x2.mul(v, f64x2.splat(unit))));
      if (w != 0) v128.store(to + at, f64x2.add(v128.load(to + at), f64x2.mul(v, f64x2.splat(w))));
    }
    if (odd) {
      const v = <f64>load<f32>(from + (even << 2));
      const at = even << 3;
      store<f64>(mean + at, load<f64>(mean + at) + (v - <f64>load<f32>(x + (even << 2))));
      store<f64>(absolute + at, load<f64>(absolute + at) + abs(v));
      store<f64>(direction + at, load<f64>(direction + at) + v * unit);
      if (w != 0) store<f64>(to + at, load<f64>(to + at) + v * w);
    }
  }
}

export function sumDeviations(
  x: usize, rows: usize, columns: usize, weight: usize, slot: usize,
  squares: usize, mean: usize, direction: usize, along: usize, totals: usize,
): void {
  const odd = columns & 1;
  const even = columns - odd;
  let a = f64x2.splat(0);
  let b = a;
  let d = a;
  let aRest: f64 = 0;
  let bRest: f64 = 0;
  let dRest: f64 = 0;
  for (let r: usize = 0; r < rows; r++) {
    const from = x + ((r * columns) << 2);
    const square = load<f64>(squares + (r << 3));
    const turned: f64 = square > 0 ? 1 : 0;
    const unit: f64 = square > 0 ? 1 / sqrt(square) : 0;
    const w = load<f64>(weight + (r << 3));
    const to = along + ((<usize>load<u32>(slot + (r << 2)) * columns) << 3);
    for (let c: usize = 0; c < even; c += 2) {
      const v = pair(from + (c << 2));
      const at = c << 3;
      const p = f64x2.sub(v, v128.load(mean + at));
      const q = f64x2.sub(f64x2.mul(v, f64x2.splat(unit)), f64x2.mul(v128.load(direction + at), f64x2.splat(turned)));
      a = f64x2.add(a, f64x2.mul(p, p));
      b = f64x2.add(b, f64x2.mul(q, q));
      if (w != 0) {
        const u = f64x2.sub(v, f64x2.mul(v128.load(to + at), f64x2.splat(w)));
        d = f64x2.add(d, f64x2.mul(u, u));
      }
    }
    if (odd) {
      const v = <f64>load<f32>(from + (even << 2));
      const at = even << 3;
      const p = v - load<f64>(mean + at);
      const q = v * unit - load<f64>(direction + at) * turned;
      aRest += p * p;
      bRest += q * q;
      if (w != 0) {
        const u = v - w * load<f64>(to + at);
        dRest += u * u;
      }
    }
  }
  store<f64>(totals, sum(a) + aRest);
  store<f64>(totals, sum(b) + bRest, 8);
  store<f64>(totals, sum(d) + dRest, 16);
}

/** Sixteen columns at a time, so that a row's own are loaded once for all its pairs; `partial` holds two sums a pair. */
export function sumPairs(
  x: usize, rows: usize, columns: usize, pointer: usize, other: usize, scale: usize, squares: usize, partial: usize,
  totals: usize,
): void {
  const blocks = columns & ~15;
  let plain: f64 = 0;
  let normalised: f64 = 0;
  for (let i: usize = 0; i < rows; i++) {
    const begin = <usize>load<u32>(pointer + (i << 2));
    const count = <usize>load<u32>(pointer + (i << 2), 4) - begin;
    if (count == 0) continue;
    const from = x + ((i * columns) << 2);
    const list = other + (begin << 2);
    memory.fill(partial, 0, count << 4);
    for (let c: usize = 0; c < blocks; c += 16) {
      const at = from + (c << 2);
      const x0 = pair(at);
      const x1 = pair(at + 8);
      const x2 = pair(at + 16);
      const x3 = pair(at + 24);
      const x4 = pair(at + 32);
      const x5 = pair(at + 40);
      const x6 = pair(at + 48);
      const x7 = pair(at + 56);
      for (let k: usize = 0; k < count; k++) {
        const to = x + ((<usize>load<u32>(list + (k << 2)) * columns + c) << 2);
        const a = f64x2.add(f64x2.add(squared(x0, to), squared(x1, to + 8)), f64x2.add(squared(x2, to + 16), squared(x3, to + 24)));
        const b = f64x2.add(f64x2.add(squared(x4, to + 32), squared(x5, to + 40)), f64x2.add(squared(x6, to + 48), squared(x7, to + 56)));
        const both = partial + (k << 4);
        v128.store(both, f64x2.add(v128.load(both), f64x2.add(a, b)));
      }
    }
    const s = load<f64>(scale + (i << 3));
    const own = s * load<f64>(squares + (i << 3));
    for (let k: usize = 0; k < count; k++) {
      const j = <usize>load<u32>(list + (k << 2));
      let square = sum(v128.load(partial + (k << 4)));
      const to = x + ((j * columns) << 2);
      for (let c = blocks; c < columns; c++) {
        const d = <f64>load<f32>(from + (c << 2)) - <f64>load<f32>(to + (c << 2));
        square += d * d;
      }
      const t = load<f64>(scale + (j << 3));
      plain += square;
      normalised += max<f64>(0, s * t * square + (s - t) * (own - t * load<f64>(squares + (j << 3))));
    }
  }
  store<f64>(totals, plain);
  store<f64>(totals, normalised, 8);
}

/** products += XᵀX, by blocks of 32 rows in float64. Both have `columns` padded with zeros to a multiple of 4. */
export function sumProducts(x: usize, rows: usize, columns: usize, block: usize, products: usize): void {
  const width = (columns + 3) & ~3;
  for (let start: usize = 0; start < rows; start += 32) {
    const count = min<usize>(32, rows - start);
    for (let r: usize = 0; r < count; r++) {
      const from = x + (((start + r) * columns) << 2);
      const to = block + ((r * width) << 3);
      let c: usize = 0;
      for (; c + 2 <= columns; c += 2) v128.store(to + (c << 3), pair(from + (c << 2)));
      if (c < columns) store<f64>(to + (c << 3), <f64>load<f32>(from + (c << 2)));
    }
    addGram(block, products, count, width);
  }
}
