import { describe, expect, it } from 'vitest';
import type { HopShape } from '../engine/protocol';
import { type CollapseFacts, collapseOf, firstCollapse } from './collapse';
import { collapseCriterion, collapseSentence, collapseVerdict, verdictSentence } from './collapse-words';
import { orderVerdict } from './timeline/verdict';

const shape = (
  point: number,
  ray = 0,
  zeroRows = 0,
  nearestCentroid: HopShape['nearestCentroid'] = null,
): HopShape => ({
  point,
  ray,
  zeroRows,
  nearestCentroid,
});
/** A trace of ten nodes with these shapes; the numerical rank of each hop where it is known. */
const facts = (shapes: HopShape[], ranks: (number | null)[] = []): CollapseFacts => ({
  shapes,
  measures: shapes.map((_, hop) => ({ numericalRank: ranks[hop] ?? null })),
  nodeCount: 10,
});
const only = (given: HopShape, rank: number | null = null) => collapseOf(facts([given], [rank]), 0);
/** Rows at this relative distance from one point: ‖H − mean‖ / ‖H‖. */
const away = (distance: number) => shape(1 - distance * distance);
/** The numerical rank of rows at this relative distance from the nearest direction. */
const rankAway = (distance: number) => 1 / (1 - distance * distance);

describe('collapseOf', () => {
  it('measures the distance from the nearest shape', () => {
    expect(only(away(0.5))).toEqual({ to: 'none', away: 0.5, ofAnyDirection: false });
    expect(only(shape(0.3, 0.9999))).toMatchObject({ to: 'ray' });
    expect(only(away(0.04))).toMatchObject({ to: 'point' });
  });

  it('knows rows along one direction but of different lengths by the numerical rank', () => {
    expect(only(away(0.6), 1)).toEqual({ to: 'direction', away: 0, ofAnyDirection: true });
    const near = only(away(0.6), rankAway(0.049));
    expect(near.to).toBe('direction');
    expect(near.away).toBeCloseTo(0.049, 12);
    const far = only(away(0.6), rankAway(0.051));
    expect(far.to).toBe('none');
    expect(far.away).toBeCloseTo(0.051, 12);
  });

  it('says point or ray, which say more, where the rows lie along one direction as well', () => {
    expect(only(away(0.04), rankAway(0.01)).to).toBe('point');
    expect(only(shape(0.1, 1), 1).to).toBe('ray');
  });

  it('prefers the point where both are the same, as on a regular graph', () => {
    expect(only(shape(1, 1))).toMatchObject({ to: 'point', away: 0 });
  });

  it('knows rows of zeros from a point', () => expect(only(shape(1, 1, 10)).to).toBe('zero'));
  it('draws the line at 5 %', () => {
    expect(only(away(0.049)).to).toBe('point');
    expect(only(away(0.051)).to).toBe('none');
  });
});

describe('firstCollapse', () => {
  it('finds the first hop that has collapsed, and whether its rows stay together', () => {
    const once = firstCollapse(facts([away(0.9), away(0.01), away(0.2), away(0.03), away(0.01)]));
    expect(once).toMatchObject({ hop: 1, to: 'point', until: 2 });
    expect(once?.away).toBeCloseTo(0.01, 12);
    expect(firstCollapse(facts([away(0.9), away(0.03), away(0.01)]))).toMatchObject({ hop: 1, until: null });
  });
  it('is null when no hop is collapsed', () => expect(firstCollapse(facts([away(0.9), away(0.2)]))).toBeNull());
  it('goes by any shape, and a change of shape is no parting', () => {
    expect(firstCollapse(facts([shape(0, 1), shape(1, 0), shape(1, 0)]))).toMatchObject({
      hop: 0,
      to: 'ray',
      until: null,
    });
    expect(firstCollapse(facts([away(0.9), away(0.9), away(0.01)], [3, 1, 1]))).toMatchObject({
      hop: 1,
      to: 'direction',
    });
  });
});

describe('the sentences', () => {
  it('say what follows from the criterion: hop, measure and figure', () => {
    expect(verdictSentence(facts([away(0.9), away(0.5), away(0.2)]))).toBe(
      'No collapse within 2 hops: at the last the distance from the nearest point or ray by degree is 20\u202f% of the rows’ length.',
    );
    expect(verdictSentence(facts([away(0.9), away(0.042), away(0.01)]))).toBe(
      'Collapse at hop 1: the distance from one point is 4.2\u202f% of the rows’ length.',
    );
    expect(verdictSentence(facts([away(0.9), away(0.04), away(0.3), away(0.2)]))).toBe(
      'Collapse at hop 1: the distance from one point is 4\u202f% of the rows’ length; at hop 2 they are apart again.',
    );
    expect(verdictSentence(facts([away(0.9), shape(0.1, 1 - 0.03 * 0.03)]))).toBe(
      'Collapse at hop 1: the distance from one ray is 3\u202f% of the rows’ length, and degree alone tells them apart.',
    );
    expect(verdictSentence(facts([away(0.9), away(0.9)], [3, rankAway(0.02)]))).toBe(
      'Collapse at hop 1: the distance from one direction is 2\u202f% of the rows’ length, and only length and sign differ.',
    );
    expect(verdictSentence(facts([away(0.9), shape(1, 1, 10)]))).toBe('Collapse at hop 1: every row is zero.');
    expect(verdictSentence(facts([away(0.5)]))).toBe(
      'No collapse in the input: the distance from the nearest point or ray by degree is 50\u202f% of the rows’ length.',
    );
  });

  it('give the distance of one hop', () => {
    expect(collapseSentence(facts([away(0.97)], [rankAway(0.5)]), 0)).toBe(
      'the rows lie 50\u202f% of their length off the nearest single direction.',
    );
    expect(collapseSentence(facts([away(0.6)], [rankAway(0.02)]), 0)).toBe(
      'all rows lie within 2\u202f% of one direction, and only length and sign differ.',
    );
  });

  it('round up what all rows lie within', () => {
    expect(collapseSentence(facts([away(0.021)]), 0)).toBe('all rows lie within 3\u202f% of one point.');
    expect(collapseSentence(facts([shape(1)]), 0)).toBe('all rows lie within 1\u202f% of one point.');
  });

  it('call it at another distance when asked', () => {
    const trace = facts([away(0.9), away(0.2), away(0.04)]);
    expect(firstCollapse(trace)).toMatchObject({ hop: 2, to: 'point' });
    expect(firstCollapse(trace, 0.25)).toMatchObject({ hop: 1, to: 'point' });
    expect(firstCollapse(trace, 0.01)).toBeNull();
    expect(collapseVerdict(trace, 0.25)).toEqual({
      hop: 1,
      called: 'Collapse',
      words: 'at hop 1: the distance from one point is 20\u202f% of the rows’ length.',
      short: 'Collapse at hop 1',
    });
    expect(collapseVerdict(trace, 0.01)).toMatchObject({ called: 'No collapse', short: 'No collapse within 2 hops' });
    expect(collapseCriterion(0.25)).toContain('is at most 25\u202f%');
  });

  it('speak of order only where there are labels, and name the classes that are lost', () => {
    const order = (share: number, byClass: (number | null)[]) => [shape(1), shape(1, 0, 0, { share, byClass })];
    const classes = ['Red', 'Green', 'Blue', 'Black', 'White'];
    expect(orderVerdict([shape(1), shape(1)], [], 1)).toBeNull();
    expect(orderVerdict(order(0.96, [1, 0.5, null, 1, 1]), classes, 1)).toBe(
      'at hop 1 the nearest class centre is right for 96\u202f% of labelled nodes.',
    );
    expect(orderVerdict(order(0.6, [1, 0.49, null, 1, 0]), classes, 1)).toBe(
      'at hop 1 the nearest class centre is right for 60\u202f% of labelled nodes; no longer told apart: Green, White.',
    );
    expect(orderVerdict(order(0.1, [0.1, 0.1, 0.1, 0.1, 0.1]), classes, 1)).toMatch(
      /no longer told apart: Red, Green, Blue and 2 more\.$/,
    );
  });
});
