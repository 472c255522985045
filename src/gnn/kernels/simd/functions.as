// The exponential of four numbers, by the polynomial of the Cephes library (Moshier 1989), to about an ulp or two. The
// language's own would bring tables, and a table would be written into memory that is not ours.

/** exp(x); 0 below −87.3, where float32 has no more normal numbers. Above 88.3 it stays at exp(88.3). NaN of NaN. */
@inline
export function exp4(x: v128): v128 {
  const low = f32x4.splat(-87.3);
  const at = f32x4.max(f32x4.min(x, f32x4.splat(88.3)), low);
  const n = f32x4.nearest(f32x4.mul(at, f32x4.splat(1.44269504)));
  // ln 2 in two parts: the first has few digits, so that n times it is exact.
  let r = f32x4.sub(at, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.add(r, f32x4.mul(n, f32x4.splat(2.12194440e-4)));
  let y = f32x4.splat(1.9875691500e-4);
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(1.3981999507e-3));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(8.3334519073e-3));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(4.1665795894e-2));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(1.6666665459e-1));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(5.0000001201e-1));
  y = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(y, r), r), r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return v128.andnot(f32x4.mul(y, power), f32x4.lt(x, low));
}

@inline
export function exp1(x: f32): f32 {
  return f32x4.extract_lane(exp4(f32x4.splat(x)), 0);
}
