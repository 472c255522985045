// Products of columns with SIMD, in double precision.

@inline
function plus(at: usize, sum: v128): void {
  v128.store(at, f64x2.add(v128.load(at), sum));
}

/**
 * out += XᵀX for a block of rows: x is (rows, width) float64 row-major, out (width, width) float64 row-major, of which only
 * 4 × 4 tiles on and above the diagonal are written. `width` is a multiple of 4. Each entry sums the
 * rows of the block in their order before it adds them.
 */
export function addGram(x: usize, out: usize, rows: usize, width: usize): void {
  const stride = width << 3;
  const end = x + rows * stride;
  for (let a: usize = 0; a < stride; a += 32) {
    for (let b = a; b < stride; b += 32) {
      const at = out + (a >> 3) * stride + b;
      let s00 = f64x2.splat(0);
      let s01 = s00;
      let s10 = s00;
      let s11 = s00;
      let s20 = s00;
      let s21 = s00;
      let s30 = s00;
      let s31 = s00;
      for (let row = x; row < end; row += stride) {
        const y0 = v128.load(row + b);
        const y1 = v128.load(row + b, 16);
        let z = v128.load64_splat(row + a);
        s00 = f64x2.add(s00, f64x2.mul(z, y0));
        s01 = f64x2.add(s01, f64x2.mul(z, y1));
        z = v128.load64_splat(row + a, 8);
        s10 = f64x2.add(s10, f64x2.mul(z, y0));
        s11 = f64x2.add(s11, f64x2.mul(z, y1));
        z = v128.load64_splat(row + a, 16);
        s20 = f64x2.add(s20, f64x2.mul(z, y0));
        s21 = f64x2.add(s21, f64x2.mul(z, y1));
        z = v128.load64_splat(row + a, 24);
        s30 = f64x2.add(s30, f64x2.mul(z, y0));
        s31 = f64x2.add(s31, f64x2.mul(z, y1));
      }
      plus(at, s00);
      plus(at + 16, s01);
      plus(at + stride, s10);
      plus(at + stride + 16, s11);
      plus(at + 2 * stride, s20);
      plus(at + 2 * stride + 16, s21);
      plus(at + 3 * stride, s30);
      plus(at + 3 * stride + 16, s31);
    }
  }
}
