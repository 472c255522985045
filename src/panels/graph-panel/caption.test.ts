import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hearing, hearingSentence, subStepSentence } from './caption';

const sentence = (name: string, hop: number, hops: number[]) =>
  hearingSentence(name, hop, hearing(Int32Array.from(hops), hop)).join('');

describe('the sentence under the graph', () => {
  const hops = [0, 1, 1, 2, 3, -1];

  it('counts whom the focus has heard from by this hop', () => {
    expect(sentence('Node 25', 1, hops)).toBe('Node 25 now hears from 3 of 6 nodes.');
    expect(sentence('Node 25', 2, hops)).toBe('Node 25 now hears from 4 of 6 nodes.');
  });

  it('says when there is nobody left to hear', () => {
    expect(sentence('Node 25', 3, hops)).toBe('Node 25 now hears from 5 of 6 nodes, all it can ever reach.');
    expect(sentence('Node 25', 9, [0, 1, 2])).toBe('Node 25 now hears from all 3 nodes.');
  });

  it('says at hop 0 and of a lone node that it knows only itself', () => {
    expect(sentence('Ann', 0, hops)).toBe('Ann knows only its own input: 1 of 6 nodes.');
    expect(sentence('Ann', 4, [0, -1, -1])).toBe('Ann hears from nobody but itself: 1 of 3 nodes.');
  });

  it('says what is seen in the midst of a hop', () => {
    expect(subStepSentence('Node 25', 3, 'message', 6)).toMatch(/^6 nodes send Node 25 what they were at hop 2/);
    expect(subStepSentence('Ann', 1, 'message', 1)).toMatch(/^1 node sends Ann what/);
    expect(subStepSentence('Ann', 1, 'update', 2)).toContain('vector of hop 1');
    expect(subStepSentence('Ann', 2, 'aggregate', 0)).toBe(
      'Ann hears nobody else: this hop works on its own vector alone.',
    );
  });

  it('never counts fewer at a later hop', () => {
    const distances = fc
      .array(fc.integer({ min: -1, max: 12 }), { maxLength: 40 })
      .map((rest) => Int32Array.from([0, ...rest]));
    fc.assert(
      fc.property(distances, fc.nat(12), (hopsFromFocus, hop) => {
        const now = hearing(hopsFromFocus, hop);
        const next = hearing(hopsFromFocus, hop + 1);
        expect(now.heard).toBeLessThanOrEqual(next.heard);
        expect(next.heard).toBeLessThanOrEqual(next.reachable);
        expect(hearing(hopsFromFocus, 12).heard).toBe(next.reachable);
      }),
    );
  });
});
