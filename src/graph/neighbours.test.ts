import { describe, expect, it } from 'vitest';
import { graphFromPlain } from './from-plain';
import { neighboursAround } from './neighbours';

/** A node in the middle, and four around it: east, north, west, south. */
const positions = Float32Array.of(0, 0, 1, 0, 0, 1, -1, 0, 0, -1);

describe('neighboursAround', () => {
  it('goes clockwise from straight above', () => {
    const star = graphFromPlain({
      nodes: 5,
      edges: [
        [0, 1],
        [0, 2],
        [0, 3],
        [0, 4],
      ],
    });
    expect(neighboursAround(star, 0, positions)).toEqual([2, 1, 4, 3]);
    expect(neighboursAround(star, 0, null)).toEqual([1, 2, 3, 4]);
    expect(neighboursAround(star, 3, positions)).toEqual([0]);
  });

  it('counts a neighbour once, itself never, and an edge in both directions', () => {
    const graph = graphFromPlain({
      nodes: 5,
      directed: true,
      edges: [
        [0, 1],
        [1, 0],
        [0, 1],
        [0, 0],
        [3, 0],
      ],
    });
    expect(neighboursAround(graph, 0, positions)).toEqual([1, 3]);
    expect(neighboursAround(graph, 2, positions)).toEqual([]);
  });
});
