import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { iterationsFor } from './budget';
import { settle } from './forceatlas2';
import type { LayoutRequest } from './layout';
import { seededStart } from './start';

function request(nodeCount: number, edges: [number, number][], changes: Partial<LayoutRequest> = {}): LayoutRequest {
  return {
    nodeCount,
    source: Int32Array.from(edges, ([u]) => u),
    target: Int32Array.from(edges, ([, v]) => v),
    weight: null,
    start: null,
    seed: 7,
    iterations: 100,
    ...changes,
  };
}

function settled(given: LayoutRequest): Float32Array {
  return [...settle(given)].at(-1)!.positions;
}

function distance(positions: Float32Array, u: number, v: number): number {
  return Math.hypot(positions[2 * u] - positions[2 * v], positions[2 * u + 1] - positions[2 * v + 1]);
}

const TWO_TRIANGLES: [number, number][] = [
  [0, 1],
  [1, 2],
  [2, 0],
  [3, 4],
  [4, 5],
  [5, 3],
];

const ring = (n: number): [number, number][] => Array.from({ length: n }, (_, v) => [v, (v + 1) % n]);

/** The edges of a square grid. */
function grid(side: number): [number, number][] {
  const right = Array.from({ length: side * side }, (_, v): [number, number] => [v, v + 1]);
  const down = right.map(([v]): [number, number] => [v, v + side]);
  return [...right.filter(([, v]) => v % side > 0), ...down.filter(([, v]) => v < side * side)];
}

/** How many pairs of edges without a common end cross. */
function crossings(positions: Float32Array, edges: [number, number][]): number {
  const side = (a: number, b: number, c: number) => {
    const [ax, ay] = [positions[2 * a], positions[2 * a + 1]];
    const across = (positions[2 * b] - ax) * (positions[2 * c + 1] - ay);
    return Math.sign(across - (positions[2 * b + 1] - ay) * (positions[2 * c] - ax));
  };
  const cross = ([a, b]: [number, number], [c, d]: [number, number]) =>
    new Set([a, b, c, d]).size === 4 && side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
  return edges.reduce((sum, edge, i) => sum + edges.slice(0, i).filter((other) => cross(edge, other)).length, 0);
}

describe('settle', () => {
  it('gives the same picture for the same seed and another for another', () => {
    const once = settled(request(20, ring(20)));
    expect(settled(request(20, ring(20)))).toEqual(once);
    expect(settled(request(20, ring(20), { seed: 8 }))).not.toEqual(once);
  });

  it('goes on from any reported place to the same end', () => {
    const whole = [...settle(request(20, ring(20)))];
    for (const { positions, done, total } of [whole[0], whole[6], whole[18]]) {
      expect(settled(request(20, ring(20), { start: positions, iterations: total - done }))).toEqual(
        whole.at(-1)!.positions,
      );
    }
  });

  it('counts up to the total, whatever the total', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (iterations) => {
        const steps = [...settle(request(3, [[0, 1]], { iterations }))];
        expect(steps.at(-1)!.done).toBe(iterations);
        expect(steps.every((step, i) => i === 0 || step.done > steps[i - 1].done)).toBe(true);
      }),
    );
  });

  it('draws a ring as a ring, never twisted, and a grid never folded', () => {
    for (let seed = 0; seed < 10; seed++) {
      const circle = settled(request(40, ring(40), { iterations: 600, seed }));
      expect(crossings(circle, ring(40))).toBe(0);
      const lattice = settled(request(64, grid(8), { iterations: 600, seed }));
      expect(crossings(lattice, grid(8))).toBe(0);
    }
  });

  it('keeps parts apart from each other and near, isolated nodes too', () => {
    const positions = settled(request(7, TWO_TRIANGLES, { iterations: 600 }));
    const inside = distance(positions, 0, 1);
    const between = distance(positions, 0, 3);
    expect(between).toBeGreaterThan(inside);
    for (let v = 0; v < 7; v++) expect(distance(positions, 6, v)).toBeLessThan(20 * inside);
  });

  it('parts nodes that start at one point', () => {
    const positions = settled(request(6, TWO_TRIANGLES, { start: new Float32Array(12).fill(3) }));
    for (let u = 0; u < 6; u++) for (let v = 0; v < u; v++) expect(distance(positions, u, v)).toBeGreaterThan(0.1);
  });

  it('places no node, one node and two nodes', () => {
    expect(settled(request(0, []))).toHaveLength(0);
    expect([...settled(request(1, []))].every(Number.isFinite)).toBe(true);
    const pair = settled(request(2, [[0, 1]]));
    expect([...pair].every(Number.isFinite)).toBe(true);
    expect(distance(pair, 0, 1)).toBeGreaterThan(1);
  });

  it('stays finite on any edges, weights and starts', () => {
    const node = fc.nat(7);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(node, node, fc.float()), { maxLength: 30 }),
        fc.option(fc.float32Array({ minLength: 16, maxLength: 16 })),
        (edges, start) => {
          const positions = settled(
            request(
              8,
              edges.map(([u, v]) => [u, v]),
              { weight: Float32Array.from(edges, ([, , w]) => w), start, iterations: 30 },
            ),
          );
          expect([...positions].every(Number.isFinite)).toBe(true);
        },
      ),
    );
  });

  it('stays finite and the same with the quadtree, also with many nodes at one point', () => {
    const given = request(1500, ring(1000), { start: new Float32Array(3000), iterations: 20 });
    const once = settled(given);
    expect(once.every(Number.isFinite)).toBe(true);
    expect(settled(given)).toEqual(once);
  });

  it('pulls harder on heavier edges', () => {
    const weight = Float32Array.of(10, 1);
    const positions = settled(
      request(
        4,
        [
          [0, 1],
          [2, 3],
        ],
        { weight, iterations: 600 },
      ),
    );
    expect(distance(positions, 0, 1)).toBeLessThan(distance(positions, 2, 3));
  });
});

describe('seededStart', () => {
  it('fills a disc and nothing else', () => {
    const positions = seededStart(1000, 3);
    const radii = Array.from({ length: 1000 }, (_, v) => Math.hypot(positions[2 * v], positions[2 * v + 1]));
    const most = 10 * Math.sqrt(1000);
    expect(Math.max(...radii)).toBeLessThanOrEqual(most);
    // Even over the disc, half the nodes lie inside 1/√2 of its radius.
    expect(radii.filter((r) => r < most / Math.SQRT2).length / 1000).toBeCloseTo(0.5, 1);
  });
});

describe('iterationsFor', () => {
  it('never grows with the graph', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(1_000_000), fc.nat(1_000_000), (n, e, more) => {
        expect(iterationsFor(n, e + more)).toBeLessThanOrEqual(iterationsFor(n, e));
        expect(iterationsFor(n, e)).toBeGreaterThan(0);
      }),
    );
  });
});
