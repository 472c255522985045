import { float, four, setFloat, setFour, whole, wholeOr } from '../simd/elements';
import { exp1, exp4, log1, log4 } from '../simd/functions';

/** output[r, h] = log Σ_p exp(score[entry[p], h]), p in segment r of `pointer`; 0 for a segment without entries. */
export function logSumExp(score: usize, pointer: usize, entry: usize, output: usize, rows: usize, heads: usize): void {
  for (let r: usize = 0; r < rows; r++) {
    const begin = whole(pointer, r);
    const end = whole(pointer, r + 1);
    const to = r * heads;
    if (begin === end) {
      for (let h: usize = 0; h < heads; h++) setFloat(output, to + h, 0);
      continue;
    }
    let h: usize = 0;
    for (; h + 4 <= heads; h += 4) {
      let most = four(score, wholeOr(entry, begin) * heads + h);
      for (let p = begin + 1; p < end; p++) most = f32x4.max(most, four(score, wholeOr(entry, p) * heads + h));
      let sum = f32x4.splat(0);
      for (let p = begin; p < end; p++) {
        sum = f32x4.add(sum, exp4(f32x4.sub(four(score, wholeOr(entry, p) * heads + h), most)));
      }
      setFour(output, to + h, f32x4.add(most, log4(sum)));
    }
    for (; h < heads; h++) {
      let most = float(score, wholeOr(entry, begin) * heads + h);
      for (let p = begin + 1; p < end; p++) most = max(most, float(score, wholeOr(entry, p) * heads + h));
      let sum: f32 = 0;
      for (let p = begin; p < end; p++) sum += exp1(float(score, wholeOr(entry, p) * heads + h) - most);
      setFloat(output, to + h, most + log1(sum));
    }
  }
}

/** output[p, h] = exp(score[p, h] − total[row[p], h]). */
export function softmaxWeights(
  score: usize, total: usize, row: usize, output: usize, entries: usize, heads: usize,
): void {
  for (let p: usize = 0; p < entries; p++) {
    const at = p * heads;
    const from = whole(row, p) * heads;
    let h: usize = 0;
    for (; h + 4 <= heads; h += 4) setFour(output, at + h, exp4(f32x4.sub(four(score, at + h), four(total, from + h))));
    for (; h < heads; h++) setFloat(output, at + h, exp1(float(score, at + h) - float(total, from + h)));
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
