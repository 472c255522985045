import { describe, expect, it } from 'vitest';
import { graphFromPlain } from './from-plain';
import { GraphError } from './graph-error';
import type { PlainGraph } from './plain';

/** What graphFromPlain says about something that is no graph: the type is not to be trusted here. */
function refusal(plain: unknown): string {
  try {
    graphFromPlain(plain as PlainGraph);
  } catch (error) {
    if (error instanceof GraphError) return error.message;
    throw error;
  }
  throw new Error('it was taken');
}

const triangle = { nodes: 3, edges: [[0, 1]] };
const named = (...ids: string[]) => ids.map((id) => ({ id }));

describe('graphFromPlain, nodes', () => {
  it('calls bare nodes by their number', () => {
    const graph = graphFromPlain({ nodes: 3, edges: [['0', '2']] });
    expect(graph.ids).toEqual(['0', '1', '2']);
    expect([...graph.target]).toEqual([2]);
    expect(graph).toMatchObject({ directed: false, weight: null, relation: null, features: null, labels: null });
  });

  it('takes classes from the nodes: names in natural order, numbers ascending, none as −1', () => {
    const names = graphFromPlain({
      nodes: [{ id: 'a', class: 'c10' }, { id: 'b', class: 'c9' }, { id: 'c' }, { id: 'd', class: '' }],
      edges: [],
    });
    expect(names.classes).toEqual(['c9', 'c10']);
    expect([...(names.labels ?? [])]).toEqual([1, 0, -1, -1]);
    const numbers = graphFromPlain({
      nodes: [10, -1, 2.5].map((value, i) => ({ id: String(i), class: value })),
      edges: [],
    });
    expect(numbers.classes).toEqual(['-1', '2.5', '10']);
    expect([...(numbers.labels ?? [])]).toEqual([2, 0, 1]);
  });

  it('lets labels for the whole graph win; the class is then a column', () => {
    const graph = graphFromPlain({
      nodes: [
        { id: 'a', class: 'x' },
        { id: 'b', class: 'y' },
      ],
      edges: [],
      labels: [2, null],
    });
    expect(graph.classes).toEqual(['0', '1', '2']);
    expect([...(graph.labels ?? [])]).toEqual([2, -1]);
    expect(graph.attributes.class).toEqual(['x', 'y']);
  });

  it('reads x and y as coordinates only when every node has finite ones', () => {
    const placed = graphFromPlain({
      nodes: [
        { id: 'a', x: 1, y: 2 },
        { id: 'b', x: 3, y: 4 },
      ],
      edges: [],
    });
    expect([...(placed.positions ?? [])]).toEqual([1, 2, 3, 4]);
    expect(placed.attributes).toEqual({});
    const partly = graphFromPlain({ nodes: [{ id: 'a', x: 1, y: 2 }, { id: 'b' }], edges: [] });
    expect(partly.positions).toBeNull();
    expect(partly.attributes.x).toEqual([1, null]);
  });

  it('keeps other attributes as columns, objects as JSON text', () => {
    const graph = graphFromPlain({
      nodes: [
        { id: 'a', age: 3, tags: ['x', 1], label: '<b>A</b>' },
        { id: 'b', age: Number.NaN, ok: true },
      ],
      edges: [],
    });
    expect(graph.attributes).toEqual({
      age: [3, null],
      tags: ['["x",1]', null],
      label: ['<b>A</b>', null],
      ok: [null, true],
    });
  });

  it('takes an attribute called __proto__ as a column like any other', () => {
    const graph = graphFromPlain({ nodes: JSON.parse('[{"id":"a","__proto__":{"polluted":1}}]'), edges: [] });
    expect(Object.keys(graph.attributes)).toEqual(['__proto__']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('knows types, and calls a missing one (none)', () => {
    const graph = graphFromPlain({ nodes: [{ id: 'a', type: 'film' }, { id: 'b' }], edges: [] });
    expect(graph.nodeTypes).toEqual(['film', '(none)']);
    expect([...(graph.nodeType ?? [])]).toEqual([0, 1]);
  });

  it.each([
    [null, 'the graph is null; give an object with nodes and edges'],
    [[], 'the graph is a list'],
    [{ edges: [] }, 'nodes is undefined; give a whole number or a list of nodes'],
    [{ nodes: 0, edges: [] }, 'the graph has no nodes, so there is nothing to draw'],
    [{ nodes: [], edges: [] }, 'the graph has no nodes'],
    [{ nodes: -3, edges: [] }, 'nodes is -3; a count is a whole number'],
    [{ nodes: 2.5, edges: [] }, 'nodes is 2.5'],
    [{ nodes: Number.NaN, edges: [] }, 'nodes is NaN'],
    [{ nodes: 1e9, edges: [] }, 'the graph has 1,000,000,000 nodes and at most 1,000,000 are taken; load a part'],
    [{ nodes: new Array(2_000_000), edges: [] }, 'the graph has 2,000,000 nodes'],
    [{ nodes: ['a'], edges: [] }, 'node 0 is "a"; a node is an object with an id'],
    [{ nodes: [{}], edges: [] }, 'node 0 has no id'],
    [{ nodes: [{ id: 7 }], edges: [] }, 'node 0: its id is 7; an id is text that is not empty, so write "7"'],
    [{ nodes: named('a', ''), edges: [] }, 'node 1: its id is ""'],
    [{ nodes: named('a', 'b', 'a'), edges: [] }, 'node 2: the id "a" is taken by node 0'],
    [{ nodes: [{ id: 'a', class: ['x'] }], edges: [] }, 'node 0 ("a"): class is a list'],
    [{ nodes: [{ id: 'a', class: 'z' }], edges: [], classes: ['x'] }, 'node 0 ("a"): "z" is no class'],
    [{ ...triangle, directed: 'yes' }, 'directed is "yes"; it must be true or false'],
    [{ ...triangle, name: 5 }, 'name is 5'],
    [{ ...triangle, classes: ['a', 'a'] }, 'classes names "a" twice'],
  ])('refuses %j', (plain, message) => {
    expect(refusal(plain)).toContain(message);
  });

  it('refuses attributes without end before it lays out their columns', () => {
    const nodes = Array.from({ length: 20_000 }, (_, i) => ({ id: String(i), [`a${i}`]: 1 }));
    expect(refusal({ nodes, edges: [] })).toMatch(/node \d+: attribute "a\d+" is one too many/);
  });

  it('says which attribute cannot be written as JSON', () => {
    const loop: { self?: unknown } = {};
    loop.self = loop;
    expect(refusal({ nodes: [{ id: 'a', loop }], edges: [] })).toContain(
      'node 0: attribute "loop" cannot be written as JSON',
    );
  });
});

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

describe('graphFromPlain, features', () => {
  it('takes rows, a flat matrix and sparse rows', () => {
    const rows = graphFromPlain({
      nodes: 2,
      edges: [],
      features: [
        [1, 2],
        [3, 4],
      ],
    }).features;
    const flat = graphFromPlain({
      nodes: 2,
      edges: [],
      features: { rows: 2, columns: 2, data: [1, 2, 3, 4] },
    }).features;
    expect(rows).toEqual({ kind: 'dense', rows: 2, columns: 2, data: Float32Array.of(1, 2, 3, 4) });
    expect(flat).toEqual(rows);
    const sparse = graphFromPlain({
      nodes: 2,
      edges: [],
      features: { columns: 9, indices: [[7, 2], []], values: [[5, 1], []] },
    }).features;
    expect(sparse).toEqual({
      kind: 'sparse',
      rows: 2,
      columns: 9,
      pointer: Int32Array.of(0, 2, 2),
      index: Int32Array.of(2, 7),
      value: Float32Array.of(1, 5),
    });
  });

  it('holds sparse rows of ones without values', () => {
    const features = graphFromPlain({
      nodes: 1,
      edges: [],
      features: { columns: 3, indices: [[0, 2]], values: [[1, 1]] },
    }).features;
    expect(features).toMatchObject({ kind: 'sparse', value: null });
  });

  it.each([
    ['many', 'features is "many"'],
    [[[1]], 'features has 1 rows for 3 nodes'],
    [[[1], [2], [3, 4]], 'features, row 2: it has 2 numbers and row 0 has 1; every row must be equally long'],
    [[[1], [Number.NaN], [3]], 'features, row 1, column 0: NaN is not a finite number'],
    [[[1], [1e39], [3]], 'features, row 1, column 0: 1e+39 is not a finite number'],
    [[[], [], []], 'features has 0 columns'],
    [[[1], 2, [3]], 'features, row 1: it is 2'],
    [{ rows: 3, columns: 2, data: [1] }, 'features.data must hold rows × columns = 6 numbers; it holds 1'],
    [{ rows: 4, columns: 2, data: [] }, 'features has 4 rows for 3 nodes'],
    [{ rows: 3, columns: 1e9, data: [] }, 'features has 1000000000 columns'],
    [{ columns: 2, indices: [[0], [2], []] }, 'features.indices, row 1: 2 is not a column from 0 to 1'],
    [{ columns: 2, indices: [[0], [1, 1], []] }, 'features.indices, row 1: column 1 appears twice'],
    [{ columns: 2, indices: [[0], [1], []], values: [[1], [], []] }, 'features.values, row 1: it must hold 1 numbers'],
    [{ columns: 2, indices: [[0]] }, 'features.indices has 1 rows for 3 nodes'],
  ])('refuses %j', (features, message) => {
    expect(refusal({ ...triangle, features })).toContain(message);
  });

  it('wants a name for every column, or none', () => {
    expect(refusal({ ...triangle, features: [[1], [2], [3]], featureNames: ['a', 'b'] })).toContain(
      'featureNames has 2 names for 1 feature columns',
    );
  });
});

describe('graphFromPlain, labels, split and graph ids', () => {
  it('names numbered classes where names are given', () => {
    const graph = graphFromPlain({ ...triangle, edges: [], labels: [1, null, 0], classes: ['no', 'yes', 'perhaps'] });
    expect(graph.classes).toEqual(['no', 'yes', 'perhaps']);
    expect([...(graph.labels ?? [])]).toEqual([1, -1, 0]);
  });

  it('holds a graph without any label to be unlabelled', () => {
    expect(graphFromPlain({ nodes: 2, edges: [], labels: [null, null] }).labels).toBeNull();
  });

  it('keeps a split and a disjoint union', () => {
    const graph = graphFromPlain({
      nodes: 3,
      edges: [[1, 2]],
      split: { train: [2], validation: [], test: [0] },
      graphIds: [0, 1, 1],
    });
    expect(graph.split?.train).toEqual(Int32Array.of(2));
    expect(graph).toMatchObject({ graphCount: 2, graphId: Int32Array.of(0, 1, 1) });
  });

  it.each([
    [{ labels: [0, 1] }, 'labels has 2 entries for 3 nodes; give one a node'],
    [{ labels: [0, -1, 0] }, 'labels, node 1: -1 is no class'],
    [{ labels: [0, 0.5, 0] }, 'labels, node 1: 0.5 is no class'],
    [{ labels: [0, 'a', 0] }, 'labels, node 1: "a" is no class'],
    [{ labels: [0, 1e9, 0] }, 'there would be 1,000,000,001 kinds of class'],
    [{ labels: [0, 2, 0], classes: ['a', 'b'] }, 'labels, node 1: 2 is no class; use a whole number from 0 to 1'],
    [{ split: { train: [0], validation: [3], test: [] } }, 'split.validation: 3 is not a node index from 0 to 2'],
    [{ split: { train: [0], validation: [], test: [0] } }, 'split.test: node 0 is already in split.train'],
    [{ split: { train: [0] } }, 'split.validation is undefined'],
    [{ graphIds: [0, 0] }, 'graphIds has 2 entries for 3 nodes'],
    [{ graphIds: [0, 0, 2] }, 'graphIds: no node belongs to graph 1'],
    [{ graphIds: [0, 1, 1] }, 'edge 0 joins graph 0 and graph 1'],
  ])('refuses %j', (part, message) => {
    expect(refusal({ ...triangle, ...part })).toContain(message);
  });
});
