import { describe, expect, test } from 'vitest';
import { curvedShape, straightShape } from './line-shape';

const source = { x: 0, y: 0, radius: 5 };
const target = { x: 100, y: 0, radius: 10 };
const ends = { source, target, reach: 12, head: 8 };

describe('a straight line', () => {
  test('ends at the neck of its head, whose tip is at the rim of the target', () => {
    const shape = straightShape(ends);
    expect(shape?.neck).toEqual({ x: 80, y: 0 });
    expect(shape?.head).toEqual([
      { x: 88, y: 0 },
      { x: 80, y: 0.42 * 8 },
      { x: 80, y: -0.42 * 8 },
    ]);
  });
  test('without a head goes to the middle', () => {
    expect(straightShape({ ...ends, head: 0 })).toMatchObject({ neck: { x: 100, y: 0 }, head: null });
  });
  test('too short for a head has none', () => {
    expect(straightShape({ ...ends, target: { ...target, x: 11 } })).toMatchObject({ head: null });
  });
  test('between two nodes in one place is none', () => expect(straightShape({ ...ends, target: source })).toBeNull());
});

describe('a curve', () => {
  test('is so far off the straight line at its middle, to the left as seen along it', () => {
    const { bends, neck } = curvedShape({ ...ends, head: 0 }, false, 14, 14);
    expect(neck).toEqual({ x: 100, y: 0 });
    // The middle of a Bézier curve whose control points are both at this height.
    expect((3 * (bends?.[0].y ?? 0) + 3 * (bends?.[1].y ?? 0)) / 8).toBeCloseTo(-14);
  });
  test('is never rounder than a half circle', () => {
    const { bends } = curvedShape({ ...ends, head: 0 }, false, 200, 200);
    expect((3 * (bends?.[0].y ?? 0) + 3 * (bends?.[1].y ?? 0)) / 8).toBeCloseTo(-50);
  });
  test('with a head stops where the head begins, which ends at the rim', () => {
    const { neck, head } = curvedShape(ends, false, 14, 14);
    expect(Math.hypot(neck.x - 100, neck.y)).toBeGreaterThan(12);
    expect(Math.hypot((head?.[0].x ?? 0) - 100, head?.[0].y ?? 0)).toBeCloseTo(12);
  });
  test('from a node to itself is a loop above its left shoulder', () => {
    const { from, bends, neck } = curvedShape({ ...ends, target: source, reach: 6, head: 0 }, true, 0, 0);
    expect(neck.x).toBeCloseTo(from.x);
    expect(neck.y).toBeCloseTo(from.y);
    for (const { y } of bends ?? []) expect(y).toBeLessThan(-5);
    expect((bends?.[0].x ?? 0) + (bends?.[1].x ?? 0)).toBeLessThan(0);
  });
});
