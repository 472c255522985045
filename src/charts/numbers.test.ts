import { describe, expect, it } from 'vitest';
import { counted, formatAccuracy, formatFactor, formatNumber, formatShare } from './numbers';

describe('formatNumber', () => {
  it.each([
    [0.069, '0.069'],
    [7.3456, '7.35'],
    [-0.5, '−0.5'],
    [0, '0'],
    [0.00012345, '1.2e−4'],
    [123456, '1.2e5'],
    [99999, '100000'],
  ])('%d reads %s', (value, text) => expect(formatNumber(value)).toBe(text));

  it('never shows what is not a number', () => {
    for (const value of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) expect(formatNumber(value)).toBe('–');
  });
});

describe('formatFactor', () => {
  it('keeps zeros, so that a column lines up', () => {
    expect([0.2, 0.18, 1, -0.25, 0, 0.0012].map(formatFactor)).toEqual(['0.20', '0.18', '1.0', '−0.25', '0', '0.0012']);
  });
});

describe('formatShare', () => {
  it('says 0 and 100 only when it is so', () => {
    expect(formatShare(0)).toBe('0\u202f%');
    expect(formatShare(0.001)).toBe('< 1\u202f%');
    expect(formatShare(0.5694)).toBe('57\u202f%');
    expect(formatShare(0.999)).toBe('> 99\u202f%');
    expect(formatShare(1)).toBe('100\u202f%');
    expect(formatShare(Number.NaN)).toBe('–');
  });
});

describe('counted', () => {
  it('knows one from many', () => {
    expect(counted(1, 'edge')).toBe('1 edge');
    expect(counted(13264, 'edge')).toBe('13,264 edges');
  });
});

it('writes accuracies with one decimal', () => {
  expect([0.8163, 1, 0, null].map(formatAccuracy)).toEqual(['81.6\u202f%', '100.0\u202f%', '0.0\u202f%', '–']);
});
