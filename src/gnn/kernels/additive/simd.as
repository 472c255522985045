import { float, four, setFloat, setFour, sumOfFour, whole, wholeOr } from '../simd/elements';

@inline
function leaky4(z: v128, slope: v128): v128 {
  const zero = f32x4.splat(0);
  return f32x4.add(f32x4.max(z, zero), f32x4.mul(slope, f32x4.min(z, zero)));
}

@inline
function leaky(z: f32, slope: f32): f32 {
  return z > 0 ? z : slope * z;
}

/** output[p, h] = Σ_c attention[h, c] · leaky(left[row[p], h, c] + right[column[p], h, c]). */
export function additiveScore(
  left: usize, right: usize, attention: usize, row: usize, column: usize, output: usize,
  entries: usize, columns: usize, heads: usize, slope: f32,
): void {
  const width = columns / heads;
  const slope4 = f32x4.splat(slope);
  for (let p: usize = 0; p < entries; p++) {
    const a = whole(row, p) * columns;
    const b = whole(column, p) * columns;
    for (let head: usize = 0; head < heads; head++) {
      const stop = (head + 1) * width;
      let c = head * width;
      let sums = f32x4.splat(0);
      for (; c + 4 <= stop; c += 4) {
        const z = f32x4.add(four(left, a + c), four(right, b + c));
        sums = f32x4.add(sums, f32x4.mul(four(attention, c), leaky4(z, slope4)));
      }
      let sum = sumOfFour(sums);
      for (; c < stop; c++) sum += float(attention, c) * leaky(float(left, a + c) + float(right, b + c), slope);
      setFloat(output, p * heads + head, sum);
    }
  }
}

/** output[s] = Σ_p dy[entry[p]] · leaky′(z), or · leaky(z) where `value` is 1, z = near[s] + far[index[p]]. */
export function additiveTurn(
  near: usize, far: usize, pointer: usize, index: usize, dy: usize, entry: usize, output: usize,
  segments: usize, columns: usize, heads: usize, slope: f32, value: i32,
): void {
  const width = columns / heads;
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const slope4 = f32x4.splat(slope);
  memory.fill(output, 0, (segments * columns) << 2);
  for (let s: usize = 0; s < segments; s++) {
    const to = s * columns;
    const end = whole(pointer, s + 1);
    for (let p = whole(pointer, s); p < end; p++) {
      const from = whole(index, p) * columns;
      const scores = wholeOr(entry, p) * heads;
      for (let head: usize = 0; head < heads; head++) {
        const d = float(dy, scores + head);
        const d4 = f32x4.splat(d);
        const stop = (head + 1) * width;
        let c = head * width;
        for (; c + 4 <= stop; c += 4) {
          const z = f32x4.add(four(near, to + c), four(far, from + c));
          const turn = value ? leaky4(z, slope4) : v128.bitselect(one, slope4, f32x4.gt(z, zero));
          setFour(output, to + c, f32x4.add(four(output, to + c), f32x4.mul(d4, turn)));
        }
        for (; c < stop; c++) {
          const z = float(near, to + c) + float(far, from + c);
          const turn: f32 = value ? leaky(z, slope) : z > 0 ? 1 : slope;
          setFloat(output, to + c, float(output, to + c) + d * turn);
        }
      }
    }
  }
}
