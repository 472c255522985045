import { describe, expect, it } from 'vitest';
import { trueScale } from './thumbnail';

const CELL = { width: 60, height: 56 };

describe('trueScale', () => {
  it('is one scale for all hops: the farthest node of any hop just fits', () => {
    const wide = Float32Array.of(4, 0, 9, -4, 1, 9);
    const collapsed = Float32Array.of(0.1, 0, 0, -0.1, 0, 0);
    expect(trueScale([wide, collapsed], CELL)).toBe(25 / 4);
    expect(trueScale([collapsed, wide], CELL)).toBe(25 / 4);
  });

  it('looks at both axes and not at the third component', () => {
    expect(trueScale([Float32Array.of(1, 2, 100)], CELL)).toBe(23 / 2);
  });

  it('is finite for a constant trace', () => expect(trueScale([new Float32Array(6)], CELL)).toBe(1));
});
