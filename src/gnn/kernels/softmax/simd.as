import { float, four, setFloat, setFour, whole, wholeOr } from '../simd/elements';
import { exp1, exp4 } from '../simd/functions';

/** Peaks and sums over p in segment r of `pointer`, as in kernel.ts; both 0 for a segment without entries. */
export function softmaxPeaks(
  score: usize, pointer: usize, entry: usize, output: usize, rows: usize, heads: usize, parts: bool,
): void {
  const width = parts ? 2 * heads : heads;
  for (let r: usize = 0; r < rows; r++) {
    const begin = whole(pointer, r);
    const end = whole(pointer, r + 1);
    const to = 2 * r * heads;
    if (begin === end) {
      for (let h: usize = 0; h < 2 * heads; h++) setFloat(output, to + h, 0);
      continue;
    }
    let h: usize = 0;
    for (; h + 4 <= heads; h += 4) {
      let most = four(score, wholeOr(entry, begin) * width + h);
      for (let p = begin + 1; p < end; p++) most = f32x4.max(most, four(score, wholeOr(entry, p) * width + h));
      let sum = f32x4.splat(0);
      for (let p = begin; p < end; p++) {
        const at = wholeOr(entry, p) * width + h;
        const below = exp4(f32x4.sub(four(score, at), most));
        sum = f32x4.add(sum, parts ? f32x4.mul(below, four(score, at + heads)) : below);
      }
      setFour(output, to + h, most);
      setFour(output, to + heads + h, sum);
    }
    for (; h < heads; h++) {
      let most = float(score, wholeOr(entry, begin) * width + h);
      for (let p = begin + 1; p < end; p++) most = max(most, float(score, wholeOr(entry, p) * width + h));
      let sum: f32 = 0;
      for (let p = begin; p < end; p++) {
        const at = wholeOr(entry, p) * width + h;
        const below = exp1(float(score, at) - most);
        sum += parts ? below * float(score, at + heads) : below;
      }
      setFloat(output, to + h, most);
      setFloat(output, to + heads + h, sum);
    }
  }
}

/** output[p, h] = exp(score[p, h] − total[row[p], h]) / total[row[p], heads + h]. */
export function softmaxWeights(
  score: usize, total: usize, row: usize, output: usize, entries: usize, heads: usize,
): void {
  for (let p: usize = 0; p < entries; p++) {
    const at = p * heads;
    const peak = 2 * whole(row, p) * heads;
    const sum = peak + heads;
    let h: usize = 0;
    for (; h + 4 <= heads; h += 4) {
      const below = exp4(f32x4.sub(four(score, at + h), four(total, peak + h)));
      setFour(output, at + h, f32x4.div(below, four(total, sum + h)));
    }
    for (; h < heads; h++) {
      setFloat(output, at + h, exp1(float(score, at + h) - float(total, peak + h)) / float(total, sum + h));
    }
  }
}

/** output[p, h] = weight[p, h] · (dy[p, h] − sum[row[p], h]). */
export function softmaxGradient(
  weight: usize, dy: usize, sum: usize, row: usize, output: usize, entries: usize, heads: usize,
): void {
  for (let p: usize = 0; p < entries; p++) {
    const at = p * heads;
    const from = whole(row, p) * heads;
    let h: usize = 0;
    for (; h + 4 <= heads; h += 4) {
      setFour(output, at + h, f32x4.mul(four(weight, at + h), f32x4.sub(four(dy, at + h), four(sum, from + h))));
    }
    for (; h < heads; h++) setFloat(output, at + h, float(weight, at + h) * (float(dy, at + h) - float(sum, from + h)));
  }
}
