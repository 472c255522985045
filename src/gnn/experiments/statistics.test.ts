import { expect, it } from 'vitest';
import { meanAndDeviation, rankCorrelation, ranks } from './statistics';

it('ranks, equal values sharing the mean of their places', () => {
  expect(ranks([10, 30, 20])).toEqual([1, 3, 2]);
  expect(ranks([5, 1, 5, 5])).toEqual([3, 1, 3, 3]);
});

it('correlates ranks, whatever the scale', () => {
  expect(rankCorrelation([1, 10, 100, 1e6], [0.1, 0.2, 0.3, 0.31])).toBe(1);
  expect(rankCorrelation([1, 2, 3], [3, 2, 1])).toBe(-1);
  // scipy.stats.spearmanr([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])
  expect(rankCorrelation([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(0.8207826816681233, 12);
});

it('knows no correlation of too few pairs, or with what is always the same', () => {
  expect(rankCorrelation([1, 2], [1, 2])).toBeNull();
  expect(rankCorrelation([1, 2, 3], [4, 4, 4])).toBeNull();
  expect(() => rankCorrelation([1], [1, 2])).toThrow('1 values to pair with 2');
});

it('has mean and standard deviation of a population', () => {
  expect(meanAndDeviation([0.8, 0.9])).toEqual({ mean: expect.closeTo(0.85), deviation: expect.closeTo(0.05) });
});
