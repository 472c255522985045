import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of random numbers that its seed fixes: the same on every machine, in the page, in a worker and under Node. */
export interface Random {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** A whole number in [0, n), each equally likely; n ≥ 1. */
  below(n: number): number;
  /** Standard normal, already rounded to 32 bits. */
  normal(): number;
  /** One of the values; throws on an empty list. */
  choice<T>(values: ArrayLike<T>): T;
  /** Puts the values in random order, in place. */
  shuffle<T>(values: T[]): T[];
}

export const MAX_SEED = 0xffffffff;

/** @param seed a whole number from 0 to 4,294,967,295; anything else throws. */
export function seededRandom(seed: number): Random {
  if (!Number.isInteger(seed) || seed < 0 || seed > MAX_SEED) {
    throw new RangeError(`seed is ${seed}: it must be a whole number from 0 to ${MAX_SEED}`);
  }
  const generator = xoroshiro128plusFromState([1, 2, 3, 4].map((k) => scramble(seed, k)));
  let spare: number | null = null;

  const uniform = () => uniformFloat64(generator);
  const below = (n: number) => uniformInt(generator, 0, n - 1);

  /**
   * Box–Muller in Marsaglia's polar form. Engines may differ in the last bit of a logarithm, and rounding to 32 bits
   * drops that bit.
   */
  const normal = (): number => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    let u: number;
    let v: number;
    let square: number;
    do {
      u = 2 * uniform() - 1;
      v = 2 * uniform() - 1;
      square = u * u + v * v;
    } while (square >= 1 || square === 0);
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    spare = Math.fround(v * scale);
    return Math.fround(u * scale);
  };

  return {
    uniform,
    below,
    normal,
    choice(values) {
      if (values.length === 0) throw new RangeError('there is nothing to choose from');
      return values[below(values.length)];
    },
    shuffle(values) {
      for (let i = values.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [values[i], values[j]] = [values[j], values[i]];
      }
      return values;
    },
  };
}

/**
 * The k-th output of SplitMix32 (Steele, Lea & Flood 2014, with the 32-bit finaliser of MurmurHash3) from `seed`. xoroshiro's
 * step is linear, so from neighbouring states the streams of neighbouring seeds would stay correlated for ever.
 */
function scramble(seed: number, k: number): number {
  let z = (seed + Math.imul(k, 0x9e3779b9)) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return z ^ (z >>> 16);
}
