import { factor, float, four, setFloat, setFour, wholeOr } from '../simd/elements';

// SpMM with SIMD, in place on the backend's memory. Addresses are bytes; 0 stands for an operand that is missing.

/**
 * output[r] = Σ_p value[entry[p]] · x[index[p]] / divisor[r], p in segment r of `pointer`; with several heads each factor
 * is one of its head's columns. Every element sums its entries in their order.
 */
export function spmmSum(
  x: usize, pointer: usize, index: usize, value: usize, entry: usize, divisor: usize, output: usize,
  rows: usize, columns: usize, heads: usize,
): void {
  // Told apart here, not at every entry: inlined, each of these is compiled without what it says is missing.
  if (!index) sums(x, pointer, 0, 0, 0, divisor, output, rows, columns, 1);
  else if (!value) sums(x, pointer, index, 0, 0, divisor, output, rows, columns, 1);
  else if (!entry && heads == 1) sums(x, pointer, index, value, 0, divisor, output, rows, columns, 1);
  else sums(x, pointer, index, value, entry, divisor, output, rows, columns, heads);
}

@inline
function sums(
  x: usize, pointer: usize, index: usize, value: usize, entry: usize, divisor: usize, output: usize,
  rows: usize, columns: usize, heads: usize,
): void {
  const width = columns / heads;
  for (let r: usize = 0; r < rows; r++) {
    const begin = wholeOr(pointer, r);
    const end = wholeOr(pointer, r + 1);
    const by = divisor ? float(divisor, r) : 1;
    const by4 = f32x4.splat(by);
    for (let head: usize = 0; head < heads; head++) {
      const stop = (head + 1) * width;
      let c = head * width;
      // Two cache lines of every row of x at a time, as long as there are two.
      for (; c + 32 <= stop; c += 32) {
        let s0 = f32x4.splat(0);
        let s1 = s0;
        let s2 = s0;
        let s3 = s0;
        let s4 = s0;
        let s5 = s0;
        let s6 = s0;
        let s7 = s0;
        for (let p = begin; p < end; p++) {
          const f = f32x4.splat(factor(value, entry, p, heads, head));
          const from = x + ((wholeOr(index, p) * columns + c) << 2);
          s0 = f32x4.add(s0, f32x4.mul(f, v128.load(from)));
          s1 = f32x4.add(s1, f32x4.mul(f, v128.load(from, 16)));
          s2 = f32x4.add(s2, f32x4.mul(f, v128.load(from, 32)));
          s3 = f32x4.add(s3, f32x4.mul(f, v128.load(from, 48)));
          s4 = f32x4.add(s4, f32x4.mul(f, v128.load(from, 64)));
          s5 = f32x4.add(s5, f32x4.mul(f, v128.load(from, 80)));
          s6 = f32x4.add(s6, f32x4.mul(f, v128.load(from, 96)));
          s7 = f32x4.add(s7, f32x4.mul(f, v128.load(from, 112)));
        }
        const to = r * columns + c;
        setFour(output, to, f32x4.div(s0, by4));
        setFour(output, to + 4, f32x4.div(s1, by4));
        setFour(output, to + 8, f32x4.div(s2, by4));
        setFour(output, to + 12, f32x4.div(s3, by4));
        setFour(output, to + 16, f32x4.div(s4, by4));
        setFour(output, to + 20, f32x4.div(s5, by4));
        setFour(output, to + 24, f32x4.div(s6, by4));
        setFour(output, to + 28, f32x4.div(s7, by4));
      }
      for (; c + 16 <= stop; c += 16) {
        let s0 = f32x4.splat(0);
        let s1 = s0;
        let s2 = s0;
        let s3 = s0;
        for (let p = begin; p < end; p++) {
          const f = f32x4.splat(factor(value, entry, p, heads, head));
          const from = wholeOr(index, p) * columns + c;
          s0 = f32x4.add(s0, f32x4.mul(f, four(x, from)));
          s1 = f32x4.add(s1, f32x4.mul(f, four(x, from + 4)));
          s2 = f32x4.add(s2, f32x4.mul(f, four(x, from + 8)));
          s3 = f32x4.add(s3, f32x4.mul(f, four(x, from + 12)));
        }
        const to = r * columns + c;
        setFour(output, to, f32x4.div(s0, by4));
        setFour(output, to + 4, f32x4.div(s1, by4));
        setFour(output, to + 8, f32x4.div(s2, by4));
        setFour(output, to + 12, f32x4.div(s3, by4));
      }
      for (; c + 4 <= stop; c += 4) {
        let s = f32x4.splat(0);
        for (let p = begin; p < end; p++) {
          const f = f32x4.splat(factor(value, entry, p, heads, head));
          s = f32x4.add(s, f32x4.mul(f, four(x, wholeOr(index, p) * columns + c)));
        }
        setFour(output, r * columns + c, f32x4.div(s, by4));
      }
      for (; c < stop; c++) {
        let s: f32 = 0;
        for (let p = begin; p < end; p++) {
          s += factor(value, entry, p, heads, head) * float(x, wholeOr(index, p) * columns + c);
        }
        setFloat(output, r * columns + c, s / by);
      }
    }
  }
}
