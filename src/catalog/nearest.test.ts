import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance, nearest } from './nearest';

it('counts insertions, deletions and substitutions', () => {
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('', 'cora')).toBe(4);
});

it('is a metric', () => {
  const word = fc.string({ maxLength: 8 });
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
      expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
    }),
  );
});

it('guesses only what is near', () => {
  expect(nearest('KARATE', ['cora', 'karate'])).toBe('karate');
  expect(nearest('elephant', ['cora', 'karate'])).toBeNull();
  expect(nearest('x', [])).toBeNull();
});
