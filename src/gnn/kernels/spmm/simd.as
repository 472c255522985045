// SpMM with SIMD, in place on the backend's memory. Addresses are bytes; 0 stands for an operand that is missing.

/**
 * output[r] = Σ_p value[entry[p]] · x[index[p]] / divisor[r], p in segment r of `pointer`; with several heads each factor
 * is one of its head's columns. Every element sums its entries in their order.
 */
export function spmmSum(
  x: usize, pointer: usize, index: usize, value: usize, entry: usize, divisor: usize, output: usize,
  rows: usize, columns: usize, heads: usize,
): void {
  const width = columns / heads;
  for (let r: usize = 0; r < rows; r++) {
    const begin = <usize>load<u32>(pointer + (r << 2));
    const end = <usize>load<u32>(pointer + (r << 2), 4);
    const by = divisor ? load<f32>(divisor + (r << 2)) : 1;
    for (let head: usize = 0; head < heads; head++) {
      const stop = (head + 1) * width;
      let c = head * width;
      for (; c + 16 <= stop; c += 16) {
        let a = f32x4.splat(0);
        let b = a;
        let d = a;
        let e = a;
        for (let p = begin; p < end; p++) {
          const f = f32x4.splat(factor(value, entry, p, heads, head));
          const from = x + ((source(index, p) * columns + c) << 2);
          a = f32x4.add(a, f32x4.mul(f, v128.load(from)));
          b = f32x4.add(b, f32x4.mul(f, v128.load(from, 16)));
          d = f32x4.add(d, f32x4.mul(f, v128.load(from, 32)));
          e = f32x4.add(e, f32x4.mul(f, v128.load(from, 48)));
        }
        const to = output + ((r * columns + c) << 2);
        const s = f32x4.splat(by);
        v128.store(to, f32x4.div(a, s));
        v128.store(to, f32x4.div(b, s), 16);
        v128.store(to, f32x4.div(d, s), 32);
        v128.store(to, f32x4.div(e, s), 48);
      }
      for (; c + 4 <= stop; c += 4) {
        let a = f32x4.splat(0);
        for (let p = begin; p < end; p++) {
          const f = f32x4.splat(factor(value, entry, p, heads, head));
          a = f32x4.add(a, f32x4.mul(f, v128.load(x + ((source(index, p) * columns + c) << 2))));
        }
        v128.store(output + ((r * columns + c) << 2), f32x4.div(a, f32x4.splat(by)));
      }
      for (; c < stop; c++) {
        let a: f32 = 0;
        for (let p = begin; p < end; p++) {
          a += factor(value, entry, p, heads, head) * load<f32>(x + ((source(index, p) * columns + c) << 2));
        }
        store<f32>(output + ((r * columns + c) << 2), a / by);
      }
    }
  }
}

/** The row of x that entry p takes. */
@inline
function source(index: usize, p: usize): usize {
  return index ? <usize>load<u32>(index + (p << 2)) : p;
}

@inline
function factor(value: usize, entry: usize, p: usize, heads: usize, head: usize): f32 {
  if (!value) return 1;
  const place = entry ? <usize>load<u32>(entry + (p << 2)) : p;
  return load<f32>(value + ((place * heads + head) << 2));
}
