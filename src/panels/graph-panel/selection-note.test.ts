import { expect, it } from 'vitest';
import { classMix } from './selection-note';

const classes = ['a', 'b', 'c', 'd', 'e'];

it('names the classes of what is selected, the largest first, and sums up the rest', () => {
  const labels = Int32Array.of(0, 1, 1, 2, 2, 2, 3, 4, -1);
  const mix = (...nodes: number[]) => classMix({ labels, classes }, Int32Array.from(nodes));
  expect(mix(0, 1, 2)).toBe('2 b, 1 a');
  expect(mix(0, 1, 2, 3, 4, 5, 6, 7)).toBe('3 c, 2 b, 1 a, 2 of other classes');
  expect(mix(8)).toBe('1 without a class');
  expect(classMix({ labels: null, classes: [] }, Int32Array.of(0))).toBeNull();
});
