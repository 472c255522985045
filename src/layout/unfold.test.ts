import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unfold } from './unfold';

const structure = (nodeCount: number, edges: [number, number][], seed = 1) => ({
  nodeCount,
  source: Int32Array.from(edges, ([u]) => u),
  target: Int32Array.from(edges, ([, v]) => v),
  seed,
});

const distance = (positions: Float32Array, u: number, v: number) =>
  Math.hypot(positions[2 * u] - positions[2 * v], positions[2 * u + 1] - positions[2 * v + 1]);

describe('unfold', () => {
  it('lays a path out in order', () => {
    const path = Array.from({ length: 9 }, (_, v): [number, number] => [v, v + 1]);
    const positions = unfold(structure(10, path));
    for (let v = 1; v < 9; v++) {
      expect(distance(positions, 0, v)).toBeLessThan(distance(positions, 0, v + 1));
    }
  });

  it('tells nodes apart that are equally far from everything, and stays finite', () => {
    const node = fc.nat(11);
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 40 }), fc.nat(1000), (edges, seed) => {
        const positions = unfold(structure(12, edges, seed));
        expect(positions.every(Number.isFinite)).toBe(true);
        expect(new Set(Array.from({ length: 12 }, (_, v) => `${positions[2 * v]} ${positions[2 * v + 1]}`)).size).toBe(
          12,
        );
      }),
    );
  });

  it('takes many components as easily as one', () => {
    const pairs = Array.from({ length: 50_000 }, (_, i): [number, number] => [2 * i, 2 * i + 1]);
    expect(unfold(structure(100_000, pairs)).every(Number.isFinite)).toBe(true);
  });
});
