import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from './random';

const draws = <T>(count: number, draw: () => T) => Array.from({ length: count }, draw);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('seededRandom', () => {
  it('repeats for a seed, and differs for its neighbour from the first number on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xfffffffe }), (seed) => {
        const random = seededRandom(seed);
        const again = seededRandom(seed);
        expect(draws(5, random.normal)).toEqual(draws(5, again.normal));
        expect(seededRandom(seed).uniform()).not.toBe(seededRandom(seed + 1).uniform());
      }),
    );
  });

  it('never changes: links carry seeds', () => {
    const random = seededRandom(7);
    expect(draws(3, () => random.below(1000))).toEqual([80, 78, 971]);
    expect(random.uniform()).toBe(0.3911503083840465);
  });

  it('draws alike from neighbouring seeds as from one stream', () => {
    const firsts = Array.from({ length: 4000 }, (_, seed) => seededRandom(seed).uniform());
    expect(mean(firsts)).toBeCloseTo(0.5, 1);
    const products = firsts.slice(1).map((value, i) => (value - 0.5) * (firsts[i] - 0.5));
    // Correlation of neighbours, in units of the variance 1/12: its standard error is 1/√4000 = 0.016.
    expect(Math.abs(mean(products) * 12)).toBeLessThan(0.08);
  });

  it('has normal numbers of mean 0, variance 1 and kurtosis 3', () => {
    const random = seededRandom(1);
    const values = draws(40_000, random.normal);
    expect(Math.abs(mean(values))).toBeLessThan(0.02);
    expect(mean(values.map((value) => value ** 2))).toBeCloseTo(1, 1);
    expect(Math.abs(mean(values.map((value) => value ** 4)) - 3)).toBeLessThan(0.2);
  });

  it('draws whole numbers below n evenly, never n', () => {
    const random = seededRandom(5);
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < 7000; i++) counts[random.below(7)]++;
    expect(Math.min(...counts)).toBeGreaterThan(880);
    expect(Math.max(...counts)).toBeLessThan(1120);
  });

  it('shuffles without losing anything, and chooses from what is there', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.nat(), (values, seed) => {
        const random = seededRandom(seed);
        expect(values).toContain(random.choice(values));
        const sorted = (list: number[]) => [...list].sort((a, b) => a - b);
        expect(sorted(random.shuffle([...values]))).toEqual(sorted(values));
      }),
    );
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 32])('refuses the seed %d', (seed) => {
    expect(() => seededRandom(seed)).toThrow('it must be a whole number from 0 to 4294967295');
  });

  it('has nothing to choose from an empty list', () => {
    expect(() => seededRandom(1).choice([])).toThrow('nothing to choose from');
  });
});
