import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../from-plain';
import { refusal } from './refusal';

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
