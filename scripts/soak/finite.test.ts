import { expect, it } from 'vitest';
import { slipsIn, whereNotFinite } from './finite';

it('finds the first number that is not finite, wherever it is, and takes null for what it says: none', () => {
  expect(whereNotFinite({ a: [1, null, { b: 'NaN' }], c: Float32Array.of(1, 2) }, 'x')).toBeNull();
  expect(whereNotFinite({ a: [1, { b: 1 / 0 }] }, 'x')).toBe('x.a[1].b is Infinity');
  expect(whereNotFinite([0, Float32Array.of(1, Number.NaN)], 'x')).toBe('x[1][1] is NaN');
  expect(whereNotFinite(Number.NaN, 'x')).toBe('x is NaN');
});

it('finds what code writes in place of a number, and no word that only holds it', () => {
  expect(slipsIn('Dirichlet energy NaN per node')).toEqual(['"NaN" in "Dirichlet energy NaN per node"']);
  expect(slipsIn('±Infinity, undefined%, [object Object] and (null)')).toHaveLength(4);
  expect(slipsIn('translate(NaNpx)')).toEqual([]);
  expect(slipsIn('Nancy is undefinedly nullable: Infinityville, 0.5, –')).toEqual([]);
});
