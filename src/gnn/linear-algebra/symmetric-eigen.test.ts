import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetricEigen } from './symmetric-eigen';

const square = (n: number) =>
  fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: n * n, maxLength: n * n });

function symmetric(entries: number[], n: number): Float64Array {
  return Float64Array.from(entries, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return entries[Math.min(i, j) * n + Math.max(i, j)] ?? 0;
  });
}

/** Largest entry of A v − λ v and of V Vᵀ − I. */
function errors(a: Float64Array, n: number) {
  const { values, vectors } = symmetricEigen(a, n);
  let residual = 0;
  let skew = 0;
  for (let r = 0; r < n; r++) {
    for (let i = 0; i < n; i++) {
      let image = 0;
      let inner = 0;
      for (let j = 0; j < n; j++) {
        image += a[i * n + j] * vectors[r * n + j];
        inner += vectors[i * n + j] * vectors[r * n + j];
      }
      residual = Math.max(residual, Math.abs(image - values[r] * vectors[r * n + i]));
      skew = Math.max(skew, Math.abs(inner - (i === r ? 1 : 0)));
    }
  }
  return { residual, skew, values };
}

describe('symmetricEigen', () => {
  it('solves any symmetric matrix, with orthonormal vectors and descending values', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }).chain((n) => fc.tuple(fc.constant(n), square(n))),
        ([n, entries]) => {
          const a = symmetric(entries, n);
          const size = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
          const { residual, skew, values } = errors(a, n);
          expect(residual).toBeLessThanOrEqual(1e-13 * n * size + Number.MIN_VALUE * n);
          expect(skew).toBeLessThan(1e-13 * n);
          expect(Array.from(values)).toEqual(Array.from(values).sort((x, y) => y - x));
        },
      ),
    );
  });

  it('knows the path graph: eigenvalues 2 − 2 cos(π k / n)', () => {
    const n = 40;
    const a = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      a[i * n + i] = i === 0 || i === n - 1 ? 1 : 2;
      if (i > 0) a[i * n + i - 1] = a[(i - 1) * n + i] = -1;
    }
    symmetricEigen(a, n).values.forEach((value, r) => {
      expect(value).toBeCloseTo(2 - 2 * Math.cos((Math.PI * (n - 1 - r)) / n), 12);
    });
  });

  it('keeps its precision for very large, very small, rank-one and zero matrices', () => {
    for (const size of [1e-250, 1, 1e250]) {
      const { values } = symmetricEigen(new Float64Array(25).fill(size), 5);
      expect(values[0] / size).toBeCloseTo(5, 13);
      expect(Math.abs(values[1] / size)).toBeLessThan(1e-14);
    }
    expect(Array.from(symmetricEigen(new Float64Array(9), 3).values)).toEqual([0, 0, 0]);
    expect(Array.from(symmetricEigen(Float64Array.of(3), 1).values)).toEqual([3]);
  });

  it('refuses what is not finite', () => {
    expect(() => symmetricEigen(Float64Array.of(1, Number.NaN, Number.NaN, 1), 2)).toThrow(/not finite/);
  });

  it('handles 256 columns', () => {
    const n = 256;
    const a = new Float64Array(n * n);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) a[i * n + j] = 1 / (1 + Math.abs(i - j));
    const { residual, skew } = errors(a, n);
    expect(residual).toBeLessThan(1e-12);
    expect(skew).toBeLessThan(1e-12);
  });
});
