import { float, four, setFloat, setFour } from '../simd/elements';

/** output[i] = max(x[i], 0), NaN where x is. */
export function relu(x: usize, output: usize, size: usize): void {
  const zero = f32x4.splat(0);
  let i: usize = 0;
  for (; i + 4 <= size; i += 4) setFour(output, i, f32x4.max(four(x, i), zero));
  for (; i < size; i++) setFloat(output, i, max(float(x, i), <f32>0));
}
