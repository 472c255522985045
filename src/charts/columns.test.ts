import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centreOf, columnsFor, hopAt, stridedHops } from './columns';

const tracks = [fc.integer({ min: 0, max: 128 }), fc.integer({ min: 280, max: 2400 })] as const;

describe('columns', () => {
  it('has a thumbnail for every hop of the opening scene', () => {
    expect(stridedHops(columnsFor(16, 900))).toHaveLength(17);
  });

  it('thins the thumbnails of a long trace', () => {
    const columns = columnsFor(100, 900);
    expect(columns.stride).toBe(4);
    expect(stridedHops(columns)).toContain(100);
  });

  it('finds the hop under its own middle', () => {
    fc.assert(
      fc.property(...tracks, (hops, width) => {
        const columns = columnsFor(hops, width);
        for (let k = 0; k <= hops; k++) expect(hopAt(columns, centreOf(columns, k))).toBe(k);
      }),
    );
  });

  it('answers with the ends beyond the ends', () => {
    const columns = columnsFor(16, 900);
    expect(hopAt(columns, -50)).toBe(0);
    expect(hopAt(columns, 5000)).toBe(16);
  });

  it('keeps every thumbnail inside and apart from the next', () => {
    fc.assert(
      fc.property(...tracks, (hops, width) => {
        const columns = columnsFor(hops, width);
        const half = columns.thumbnail / 2;
        expect(centreOf(columns, 0) - half).toBeGreaterThanOrEqual(-1e-9);
        expect(centreOf(columns, hops) + half).toBeLessThanOrEqual(width + 1e-9);
        expect(columns.thumbnail).toBeLessThanOrEqual(columns.stride * columns.width);
      }),
    );
  });
});
