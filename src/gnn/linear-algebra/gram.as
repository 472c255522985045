// Products of columns with SIMD, in double precision.

/**
 * out += XᵀX for a block of rows: x is (rows, width) float64 row-major, out (width, width) float64 row-major, of which only
 * 4 × 4 tiles on and above the diagonal are written. `width` is a multiple of 4. Each entry sums its rows in their order.
 */
export function addGram(x: usize, out: usize, rows: usize, width: usize): void {
  const stride = width << 3;
  const end = x + rows * stride;
  for (let a: usize = 0; a < stride; a += 32) {
    for (let b = a; b < stride; b += 32) {
      const at = out + (a >> 3) * stride + b;
      let s00 = v128.load(at);
      let s01 = v128.load(at, 16);
      let s10 = v128.load(at + stride);
      let s11 = v128.load(at + stride, 16);
      let s20 = v128.load(at + 2 * stride);
      let s21 = v128.load(at + 2 * stride, 16);
      let s30 = v128.load(at + 3 * stride);
      let s31 = v128.load(at + 3 * stride, 16);
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
      v128.store(at, s00);
      v128.store(at, s01, 16);
      v128.store(at + stride, s10);
      v128.store(at + stride, s11, 16);
      v128.store(at + 2 * stride, s20);
      v128.store(at + 2 * stride, s21, 16);
      v128.store(at + 3 * stride, s30);
      v128.store(at + 3 * stride, s31, 16);
    }
  }
}
