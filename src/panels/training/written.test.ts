import { describe, expect, it } from 'vitest';
import { duration, readNumber } from './written';

describe('readNumber', () => {
  const rate = { minimum: 0, maximum: 100, whole: false };
  it('takes decimals, exponents and a comma, inside the limits', () => {
    expect(['0.01', '1e-3', ' 0,5 ', '-1', '1e9'].map((text) => readNumber(text, rate))).toEqual([
      0.01, 0.001, 0.5, 0, 100,
    ]);
    expect(readNumber('12.6', { ...rate, whole: true })).toBe(13);
  });
  it('knows what is no number', () => {
    for (const text of ['', '  ', 'much', '1e999', 'NaN']) expect(readNumber(text, rate)).toBeNull();
  });
});

describe('what is written', () => {
  it('says durations as people do', () => {
    expect([0.2, 42.4, 59.6, 200, 7500].map(duration)).toEqual([
      'under 1\u202fs',
      '42\u202fs',
      '1\u202fmin 0\u202fs',
      '3\u202fmin 20\u202fs',
      '2\u202fh 5\u202fmin',
    ]);
  });
});
