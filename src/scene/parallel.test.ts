import { describe, expect, it } from 'vitest';
import { parallelOffsets } from './parallel';

describe('parallelOffsets', () => {
  it('is not there when no two lines join the same nodes', () => {
    expect(parallelOffsets([0, 1, 2], [1, 2, 0], 3, false)).toBeUndefined();
    expect(parallelOffsets([0, 1], [1, 0], 2, true)).toBeUndefined();
  });

  it('bends two apart and leaves the others in the middle', () => {
    expect(Array.from(parallelOffsets([0, 2, 0], [1, 1, 1], 3, true) ?? [])).toEqual([-7, 0, 7]);
  });

  it('keeps the sides of lines that are given the other way round', () => {
    expect(Array.from(parallelOffsets([0, 1], [1, 0], 2, false) ?? [])).toEqual([-7, -7]);
  });

  it('never bends far, however many there are', () => {
    const ends = new Array<number>(50).fill(0);
    const offsets =
      parallelOffsets(
        ends,
        ends.map(() => 1),
        2,
        true,
      ) ?? new Float32Array();
    expect(Math.max(...offsets) - Math.min(...offsets)).toBeCloseTo(56, 4);
  });
});
