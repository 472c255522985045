// Products of columns with SIMD, in double precision.

@inline
function plus(at: usize, sum: v128): void {
  v128.store(at, f64x2.add(v128.load(at), sum));
}

/**
 * out += XᵀX for a block of rows: x is (rows, width) float64 row-major, out (width, width) float64 row-major, of which only
 * 8 × 8 tiles on and above the diagonal are written. `width` is a multiple of 8. Each entry sums the rows of the block in
 * their order before it adds them. Two by eight sums at a time are what the registers hold.
 */
export function addGram(x: usize, out: usize, rows: usize, width: usize): void {
  const stride = width << 3;
  const end = x + rows * stride;
  for (let a: usize = 0; a < stride; a += 16) {
    for (let b = a & ~63; b < stride; b += 64) {
      let s00 = f64x2.splat(0);
      let s01 = s00;
      let s02 = s00;
      let s03 = s00;
      let s10 = s00;
      let s11 = s00;
      let s12 = s00;
      let s13 = s00;
      for (let row = x; row < end; row += stride) {
        const z0 = v128.load64_splat(row + a);
        const z1 = v128.load64_splat(row + a, 8);
        let y = v128.load(row + b);
        s00 = f64x2.add(s00, f64x2.mul(z0, y));
        s10 = f64x2.add(s10, f64x2.mul(z1, y));
        y = v128.load(row + b, 16);
        s01 = f64x2.add(s01, f64x2.mul(z0, y));
        s11 = f64x2.add(s11, f64x2.mul(z1, y));
        y = v128.load(row + b, 32);
        s02 = f64x2.add(s02, f64x2.mul(z0, y));
        s12 = f64x2.add(s12, f64x2.mul(z1, y));
        y = v128.load(row + b, 48);
        s03 = f64x2.add(s03, f64x2.mul(z0, y));
        s13 = f64x2.add(s13, f64x2.mul(z1, y));
      }
      const at = out + (a >> 3) * stride + b;
      plus(at, s00);
      plus(at + 16, s01);
      plus(at + 32, s02);
      plus(at + 48, s03);
      plus(at + stride, s10);
      plus(at + stride + 16, s11);
      plus(at + stride + 32, s12);
      plus(at + stride + 48, s13);
    }
  }
}
