import { describe, expect, it } from 'vitest';
import { barsOf } from './bars';
import { influenceFigures } from './influence-figures';
import { influenceSentences } from './influence-words';

/** A path of five seen from its end, at hop 3; the last has not been heard. */
const path = Int32Array.of(0, 1, 2, 3, 4);

describe('influenceFigures', () => {
  it('adds up by distance, and counts who it takes to have half', () => {
    const figures = influenceFigures(Float32Array.of(4, 3, 2, 1, 0), path, 3);
    expect(figures.total).toBe(10);
    expect(figures.rings).toEqual([
      { nodes: 1, sum: 4 },
      { nodes: 1, sum: 3 },
      { nodes: 1, sum: 2 },
      { nodes: 1, sum: 1 },
    ]);
    expect(figures.half).toBe(2);
    expect(figures.ranked).toEqual([0, 1, 2, 3]);
    expect(figures.beyond).toEqual({ nodes: 0, sum: 0 });
  });

  it('is even where all that can be heard count the same, and not at all where one does', () => {
    expect(influenceFigures(new Float32Array(5).fill(0.3), path, 4).evenness).toBeCloseTo(1, 6);
    expect(influenceFigures(Float32Array.of(1, 0, 0, 0, 0), path, 4).evenness).toBe(0);
    // Four of five have a quarter each.
    expect(influenceFigures(Float32Array.of(1, 1, 1, 1, 0), path, 3).evenness).toBeCloseTo(
      Math.log(4) / Math.log(5),
      6,
    );
    // Whom the node never hears cannot count.
    const apart = Int32Array.of(0, 1, -1, -1, -1);
    expect(influenceFigures(Float32Array.of(2, 2, 0, 0, 0), apart, 3).evenness).toBeCloseTo(1, 6);
    expect(influenceFigures(Float32Array.of(2, 0), Int32Array.of(0, -1), 3).evenness).toBeNull();
    expect(influenceFigures(new Float32Array(5), path, 3).evenness).toBeNull();
  });

  it('keeps apart what a norm lets in', () => {
    const figures = influenceFigures(Float32Array.of(4, 3, 1, 1, 1), path, 1);
    expect(figures.rings).toHaveLength(2);
    expect(figures.beyond).toEqual({ nodes: 3, sum: 3 });
    expect(figures.evenness).toBeLessThan(1);
  });
});

describe('influenceSentences', () => {
  const words = (values: number[], hops: Int32Array, hop: number) =>
    influenceSentences(
      'Node 0',
      hop,
      5,
      influenceFigures(Float32Array.from(values), hops, hop),
      (node) => `Node ${node}`,
    );

  it('says in computed numbers who counts, what the farthest have, and how it falls', () => {
    expect(words([4, 3, 2.985, 0.015, 0], path, 3)).toEqual([
      'Half of the influence on Node 0’s embedding at hop 3 comes from 2 of 5 nodes.',
      'The one node 3 hops away, the farthest heard by now, has 0.15\u202f% of it.',
      'From 1 hop to 3 away, what one node counts falls 200-fold.',
    ]);
    const two = Int32Array.of(0, 1, 1, 2, 2);
    expect(words([1, 1, 1, 1, 1], two, 2)).toEqual([
      'Half of the influence on Node 0’s embedding at hop 2 comes from 3 of 5 nodes.',
      'The 2 nodes 2 hops away, the farthest heard by now, have 40\u202f% of it.',
    ]);
  });

  it('has words for one node alone, for a norm, and for nothing', () => {
    expect(words([9, 1, 0, 0, 0], path, 1)[0]).toContain('comes from Node 0 alone.');
    expect(words([4, 3, 1, 1, 1], path, 1)).toContain(
      '3 nodes that no edge has reached yet have 30\u202f%, through the norm.',
    );
    expect(words([0, 0, 0, 0, 0], path, 2)).toEqual([
      'No input moves Node 0’s embedding at hop 2: every derivative is 0 in 32-bit numbers.',
    ]);
    expect(words([3, 1, 0, 0, 0], path, 2)).toContain('From 2 hops away nothing is felt any more.');
  });
});

describe('barsOf', () => {
  it('gives shares of the whole, together and each', () => {
    const figures = influenceFigures(Float32Array.of(4, 3, 1, 1, 1), Int32Array.of(0, 1, 1, 2, 3), 2);
    expect(barsOf(figures)).toEqual([
      { label: '0', who: 'the node itself', share: 0.4, each: 0.4 },
      { label: '1', who: '2 nodes 1 hop away', share: 0.4, each: 0.2 },
      { label: '2', who: '1 node 2 hops away', share: 0.1, each: 0.1 },
      { label: 'norm', who: '1 through the norm', share: 0.1, each: 0.1 },
    ]);
  });
});
