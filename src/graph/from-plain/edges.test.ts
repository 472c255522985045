import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../from-plain';
import { refusal } from './refusal';

const triangle = { nodes: 3, edges: [[0, 1]] };
const named = (...ids: string[]) => ids.map((id) => ({ id }));

describe('graphFromPlain, edges', () => {
  it('takes indices, ids, lists and objects together, and keeps duplicates and self-loops', () => {
    const graph = graphFromPlain({
      directed: true,
      nodes: named('a', 'b'),
      edges: [[0, 'b', 2], ['b', 'b'], { source: 'a', target: 1, weight: 0.5, since: 1999 }, [0, 1]],
    });
    expect([...graph.source]).toEqual([0, 1, 0, 0]);
    expect([...graph.target]).toEqual([1, 1, 1, 1]);
    expect([...(graph.weight ?? [])]).toEqual([2, 1, 0.5, 1]);
    expect(graph.edgeAttributes).toEqual({ since: [null, null, 1999, null] });
  });

  it('does not call a graph weighted whose weights are all 1', () => {
    expect(graphFromPlain({ nodes: 2, edges: [[0, 1, 1]] }).weight).toBeNull();
  });

  it('counts numbered relations and names the others', () => {
    const numbered = graphFromPlain({
      nodes: 2,
      edges: [
        [0, 1, undefined, 3],
        [1, 0, undefined, 1],
      ],
    });
    expect(numbered.relations).toEqual(['0', '1', '2', '3']);
    expect([...(numbered.relation ?? [])]).toEqual([3, 1]);
    const texts = graphFromPlain({ nodes: 2, edges: [{ source: 0, target: 1, relation: 'wrote' }, [1, 0]] });
    expect(texts.relations).toEqual(['wrote', '(none)']);
    expect([...(texts.relation ?? [])]).toEqual([0, 1]);
    const given = graphFromPlain({ nodes: 2, edges: [[0, 1, 1, 'b']], relations: ['b', 'a'] });
    expect(given.relations).toEqual(['b', 'a']);
  });

  it.each([
    [{ nodes: 3 }, 'edges is undefined; give a list of edges, [] for none'],
    [
      { nodes: named('a'), edges: [['a', 'x']] },
      'edge 0: there is no node "x"; add it to the nodes or correct the edge\'s target',
    ],
    [
      {
        nodes: 5,
        edges: [
          [0, 1],
          [9, 0],
        ],
      },
      'edge 1: node index 9 is out of range 0…4',
    ],
    [{ nodes: 5, edges: [[-1, 0]] }, 'edge 0: node index -1 is out of range 0…4'],
    [{ nodes: 5, edges: [[0.5, 0]] }, "edge 0: its source is 0.5; it must be a node's index or its id"],
    [{ nodes: 5, edges: [[0, null]] }, 'edge 0: its target is null'],
    [{ nodes: 5, edges: [[0]] }, 'edge 0 has 1 entries; write [source, target, weight?, relation?]'],
    [{ nodes: 5, edges: [7] }, 'edge 0 is 7; an edge is [source, target, weight?, relation?] or an object'],
    [{ nodes: 5, edges: [{ from: 0, to: 1 }] }, 'edge 0: its source is undefined'],
    [{ nodes: 5, edges: [[0, 1, Number.NaN]] }, 'edge 0: its weight is NaN; a weight is a finite number'],
    [{ nodes: 5, edges: [[0, 1, Number.POSITIVE_INFINITY]] }, 'edge 0: its weight is Infinity'],
    [{ nodes: 5, edges: [[0, 1, 1e300]] }, 'edge 0: its weight is 1e+300'],
    [{ nodes: 5, edges: [[0, 1, '2']] }, 'edge 0: its weight is "2"'],
    [{ nodes: 5, edges: [[0, 1, 1, -1]] }, 'edge 0: -1 is no relation'],
    [
      { nodes: 5, edges: [[0, 1, 1, 1e9]] },
      'there would be 1,000,000,001 kinds of relation and at most 1,000 are taken',
    ],
    [
      {
        nodes: 5,
        edges: [
          [0, 1, 1, 2],
          [0, 1],
        ],
      },
      'edge 1 has no relation while others have one',
    ],
    [{ nodes: 5, edges: new Array(1_000_001) }, 'the graph has 1,000,001 edges and at most 1,000,000 are taken'],
    [{ ...triangle, edgeFeatures: [[1], [2]] }, 'edgeFeatures has 2 rows for 1 edges'],
    [{ ...triangle, edgeFeatures: 'x' }, 'edgeFeatures is "x"'],
  ])('refuses %j', (plain, message) => {
    expect(refusal(plain)).toContain(message);
  });
});
