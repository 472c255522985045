import { describe, expect, it } from 'vitest';
import type { HopShape } from '../engine/protocol';
import { collapsedFrom, collapseOf } from './collapse';
import { collapseSentence } from './embedding-panel/sentence';
import { collapseVerdict, orderVerdict } from './timeline/verdict';

const shape = (point: number, ray = 0, zeroRows = 0, nearestCentroid: number | null = null): HopShape => ({
  point,
  ray,
  zeroRows,
  nearestCentroid,
});
/** Rows at this relative distance from one point: ‖H − mean‖ / ‖H‖. */
const away = (distance: number) => shape(1 - distance * distance);

describe('collapseOf', () => {
  it('measures the distance from the nearer shape', () => {
    expect(collapseOf(away(0.5), 10)).toEqual({ to: 'none', away: 0.5 });
    expect(collapseOf(shape(0.3, 0.9999), 10)).toMatchObject({ to: 'ray' });
    expect(collapseOf(away(0.04), 10)).toMatchObject({ to: 'point' });
  });

  it('prefers the point where both are the same, as on a regular graph', () => {
    expect(collapseOf(shape(1, 1), 10)).toEqual({ to: 'point', away: 0 });
  });

  it('knows rows of zeros from a point', () => expect(collapseOf(shape(1, 1, 10), 10).to).toBe('zero'));
  it('draws the line at 5 %', () => {
    expect(collapseOf(away(0.049), 10).to).toBe('point');
    expect(collapseOf(away(0.051), 10).to).toBe('none');
  });
});

describe('collapsedFrom', () => {
  it('finds the first hop from which it stays collapsed', () => {
    expect(collapsedFrom([away(0.9), away(0.01), away(0.2), away(0.03), away(0.01)], 10)).toEqual({
      hop: 3,
      to: 'point',
    });
  });
  it('is null when the last hop is not collapsed', () => expect(collapsedFrom([away(0.01), away(0.2)], 10)).toBeNull());
  it('counts only hops that collapsed to the same shape', () => {
    expect(collapsedFrom([shape(0, 1), shape(1, 0), shape(1, 0)], 10)).toEqual({ hop: 1, to: 'point' });
  });
});

describe('the sentences', () => {
  it('say what follows from the criterion', () => {
    expect(collapseVerdict([away(0.9), away(0.5), away(0.2)], 10)).toBe(
      'none within 2 hops; the last rows are still 20\u202f% away from one point or ray.',
    );
    expect(collapseVerdict([away(0.9), away(0.04), away(0.01)], 10)).toBe(
      'from hop 1 on all rows lie within 5\u202f% of one point.',
    );
    expect(collapseVerdict([away(0.9), shape(0.1, 1)], 10)).toContain(
      'at hop 1 all rows lie within 5\u202f% of one ray',
    );
    expect(collapseVerdict([away(0.9), shape(1, 1, 10)], 10)).toBe('at hop 1 every row is zero.');
    expect(collapseSentence(away(0.5), 10)).toBe('none; the rows are 50\u202f% away from one point or ray.');
  });

  it('speak of order only where there are labels', () => {
    expect(orderVerdict([shape(1), shape(1)])).toBeNull();
    expect(orderVerdict([shape(1), shape(1, 0, 0, 0.96)])).toBe(
      'at hop 1 the nearest class centre is right for 96\u202f% of labelled nodes.',
    );
  });
});
