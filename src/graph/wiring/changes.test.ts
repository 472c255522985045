import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../from-plain';
import { changesOf } from './changes';
import { rewiredGraph } from './wiring';

const edges = (list: [number, number][], directed = false) => graphFromPlain({ nodes: 4, edges: list, directed });
const told = (before: [number, number][], after: [number, number][], directed = false) => {
  const { added, removed, degreesKept } = changesOf(edges(before, directed), edges(after, directed));
  return { added: Array.from(added.source, (u, e) => [u, added.target[e]]), removed: [...removed], degreesKept };
};

describe('what a rewiring changes', () => {
  it('is told edge by edge: those added, and those of the graph left out', () => {
    expect(
      told(
        [
          [0, 1],
          [1, 2],
        ],
        [
          [1, 0],
          [2, 3],
          [3, 2],
        ],
      ),
    ).toEqual({ added: [[2, 3]], removed: [1], degreesKept: false });
    expect(
      told(
        [
          [0, 1],
          [2, 3],
        ],
        [
          [0, 2],
          [1, 3],
        ],
      ),
    ).toEqual({
      added: [
        [0, 2],
        [1, 3],
      ],
      removed: [0, 1],
      degreesKept: true,
    });
  });

  it('tells the two directions apart where the graph has them, and leaves loops and duplicates aside', () => {
    expect(told([[0, 1]], [[1, 0]], true)).toMatchObject({ added: [[1, 0]], removed: [0] });
    expect(
      told(
        [
          [0, 0],
          [0, 1],
          [0, 1],
        ],
        [
          [0, 1],
          [2, 2],
        ],
      ),
    ).toMatchObject({ added: [], removed: [] });
  });

  it('of a diffusion, which is directed, is told by pairs', () => {
    const path = graphFromPlain({
      nodes: 4,
      edges: [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
    });
    const { added, removed, degreesKept } = changesOf(path, rewiredGraph(path, { kind: 'gdc', alpha: 0.15, k: 4 }));
    expect(Array.from(added.source, (u, e) => [u, added.target[e]].sort()).sort()).toEqual([
      [0, 2],
      [0, 3],
      [1, 3],
    ]);
    expect(removed).toHaveLength(0);
    expect(degreesKept).toBe(false);
  });
});
