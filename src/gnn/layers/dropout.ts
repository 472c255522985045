import { mul, type Tensor1D, type Tensor2D, tensor } from '@tensorflow/tfjs-core';
import { type Features, isSparse } from './convolution';

/**
 * Dropout (Srivastava et al. 2014): each entry is 0 with probability `rate`, else divided by 1 − rate. Of sparse rows only the
 * entries that are there can be dropped, which is the same. `seed` fixes the mask, on every backend.
 */
export function dropout(x: Features, rate: number, seed: number): Features {
  if (rate === 0) return x;
  if (!isSparse(x)) return dropEntries(x, rate, seed);
  const { operand, value } = x;
  if (operand.entries === 0) return x;
  const mask: Tensor1D = tensor(dropoutMask(operand.entries, rate, seed), [operand.entries]);
  return { operand, value: value ? mul<Tensor1D>(value, mask) : mask };
}

/** The same of a dense matrix. @param numberOf the number by which element i is drawn. */
export function dropEntries(x: Tensor2D, rate: number, seed: number, numberOf?: (i: number) => number): Tensor2D {
  return mul(x, tensor(dropoutMask(x.size, rate, seed, numberOf), x.shape));
}

/** (length) of 0 or 1 / (1 − rate): entry i by a hash of its number and the seed, so that long masks are quick to draw. */
export function dropoutMask(length: number, rate: number, seed: number, numberOf = (i: number) => i): Float32Array {
  const mask = new Float32Array(length);
  const threshold = rate * 2 ** 32;
  const kept = 1 / (1 - rate);
  const start = hash(seed ^ 0x9e3779b9);
  for (let i = 0; i < length; i++)
    if (hash(start ^ Math.imul(numberOf(i) + 1, 0x9e3779b9)) >= threshold) mask[i] = kept;
  return mask;
}

/** The finaliser of MurmurHash3, 32 bits. */
function hash(value: number): number {
  let h = value >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
