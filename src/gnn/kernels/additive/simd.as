import { float, four, setFloat, setFour, sumOfFour, whole } from '../simd/elements';

/** `ends` and what the features of entry p add to the four columns from c on. */
@inline
function meet4(ends: v128, edges: usize, weights: usize, p: usize, c: usize, columns: usize, features: usize): v128 {
  let z = ends;
  for (let d: usize = 0; d < features; d++) {
    const edge = f32x4.splat(float(edges, p * features + d));
    z = f32x4.add(z, f32x4.mul(edge, four(weights, (d + 1) * columns + c)));
  }
  return z;
}

@inline
function meet(ends: f32, edges: usize, weights: usize, p: usize, c: usize, columns: usize, features: usize): f32 {
  let z = ends;
  for (let d: usize = 0; d < features; d++) z += float(edges, p * features + d) * float(weights, (d + 1) * columns + c);
  return z;
}

/** The leaky ReLU of z, or its slope there. */
@inline
function leaky4(z: v128, slope: f32, derivative: i32): v128 {
  const up = derivative ? f32x4.splat(1) : z;
  return v128.bitselect(up, f32x4.mul(f32x4.splat(slope), up), f32x4.gt(z, f32x4.splat(0)));
}

@inline
function leaky(z: f32, slope: f32, derivative: i32): f32 {
  const up: f32 = derivative ? 1 : z;
  return z > 0 ? up : slope * up;
}

/** output[p, h] = Σ_c weights[0, h, c] · f(z), z = left[row[p]] + right[column[p]] + Σ_d edges[p, d] · weights[1 + d]. */
export function additiveScore(
  left: usize, right: usize, weights: usize, row: usize, column: usize, edges: usize, output: usize,
  entries: usize, columns: usize, heads: usize, features: usize, slope: f32, derivative: i32,
): void {
  const width = columns / heads;
  for (let p: usize = 0; p < entries; p++) {
    const a = whole(row, p) * columns;
    const b = whole(column, p) * columns;
    for (let head: usize = 0; head < heads; head++) {
      const stop = (head + 1) * width;
      let c = head * width;
      let sums = f32x4.splat(0);
      for (; c + 4 <= stop; c += 4) {
        const ends = f32x4.add(four(left, a + c), four(right, b + c));
        const z = meet4(ends, edges, weights, p, c, columns, features);
        sums = f32x4.add(sums, f32x4.mul(four(weights, c), leaky4(z, slope, derivative)));
      }
      let sum = sumOfFour(sums);
      for (; c < stop; c++) {
        const ends = float(left, a + c) + float(right, b + c);
        const z = meet(ends, edges, weights, p, c, columns, features);
        sum += float(weights, c) * leaky(z, slope, derivative);
      }
      setFloat(output, p * heads + head, sum);
    }
  }
}

/** output[s, h, c] = Σ_p dy[p, h] · f(z), p in segment s; z as above, its ends near[s] and far[index[p]]. */
export function additiveTurn(
  near: usize, far: usize, weights: usize, pointer: usize, index: usize, dy: usize, edges: usize, output: usize,
  segments: usize, columns: usize, heads: usize, features: usize, slope: f32, derivative: i32,
): void {
  const width = columns / heads;
  memory.fill(output, 0, (segments * columns) << 2);
  for (let s: usize = 0; s < segments; s++) {
    const to = s * columns;
    const end = whole(pointer, s + 1);
    for (let p = whole(pointer, s); p < end; p++) {
      const from = whole(index, p) * columns;
      for (let head: usize = 0; head < heads; head++) {
        const d = float(dy, p * heads + head);
        const d4 = f32x4.splat(d);
        const stop = (head + 1) * width;
        let c = head * width;
        for (; c + 4 <= stop; c += 4) {
          const ends = f32x4.add(four(near, to + c), four(far, from + c));
          const turn = leaky4(meet4(ends, edges, weights, p, c, columns, features), slope, derivative);
          setFour(output, to + c, f32x4.add(four(output, to + c), f32x4.mul(d4, turn)));
        }
        for (; c < stop; c++) {
          const ends = float(near, to + c) + float(far, from + c);
          const turn = leaky(meet(ends, edges, weights, p, c, columns, features), slope, derivative);
          setFloat(output, to + c, float(output, to + c) + d * turn);
        }
      }
    }
  }
}
