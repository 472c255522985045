import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryGraph } from '../arbitrary';
import { graphFromPlain } from '../from-plain';
import type { Graph } from '../graph';
import { applyEdits } from './apply-edits';
import { editedPositions } from './beside';
import { type Edit, MAX_EDITS } from './edit';
import { featureAt } from './features';
import { placesInOriginal } from './origin';
import { parseEdits } from './parse-edits';

/** What a graph is, whatever became of its nodes before. */
const content = ({ origin: _, ...graph }: Graph) => graph;
const relationOf = ({ relations }: Graph) => (relations.length > 0 ? { relation: relations[0] } : {});

/** An edge with all that belongs to it, whatever its place in the list. */
function edgesOf(graph: Graph): string[] {
  return Array.from({ length: graph.edgeCount }, (_, e) => {
    const ends = [graph.ids[graph.source[e]], graph.ids[graph.target[e]]];
    return JSON.stringify([
      ends,
      graph.weight?.[e] ?? 1,
      graph.relation?.[e],
      graph.edgeFeatures && [
        ...graph.edgeFeatures.data.subarray(e * graph.edgeFeatures.columns, (e + 1) * graph.edgeFeatures.columns),
      ],
      Object.entries(graph.edgeAttributes).map(([name, column]) => [name, column[e]]),
    ]);
  }).sort();
}

const graphAndNodes = arbitraryGraph({ minNodes: 2 }).chain((graph) =>
  fc.tuple(fc.constant(graph), fc.nat(graph.nodeCount - 1), fc.nat(graph.nodeCount - 1)),
);

describe('applyEdits', () => {
  it('undoes an added edge by removing it', () => {
    fc.assert(
      fc.property(graphAndNodes, ([graph, u, v]) => {
        const ends = { from: graph.ids[u], to: graph.ids[v], ...relationOf(graph) };
        const edited = applyEdits(graph, [
          { do: 'add-edge', ...ends },
          { do: 'remove-edge', ...ends },
        ]);
        expect(content(edited)).toEqual(content(graph));
      }),
    );
  });

  it('undoes an added node by removing it', () => {
    fc.assert(
      fc.property(graphAndNodes, ([graph, u, v]) => {
        const edited = applyEdits(graph, [
          { do: 'add-node', node: 'new', to: [graph.ids[u], graph.ids[v]], ...relationOf(graph) },
          { do: 'remove-node', node: 'new' },
        ]);
        expect(content(edited)).toEqual(content(graph));
      }),
    );
  });

  it('moves one end of one edge, which keeps all else it has', () => {
    fc.assert(
      fc.property(
        graphAndNodes,
        fc.nat(),
        fc.constantFrom('from' as const, 'to' as const),
        ([graph, , onto], at, end) => {
          fc.pre(graph.edgeCount > 0);
          const e = at % graph.edgeCount;
          const [from, to] = [graph.ids[graph.source[e]], graph.ids[graph.target[e]]];
          const once = applyEdits(graph, [{ do: 'rewire', from, to, end, onto: graph.ids[onto] }]);
          expect(once.edgeCount).toBe(graph.edgeCount);
          expect([once.weight, once.relation, once.edgeFeatures, once.edgeAttributes, once.labels]).toEqual([
            ...[graph.weight, graph.relation, graph.edgeFeatures, graph.edgeAttributes, graph.labels],
          ]);
          const different = Array.from(once.source, (_, k) => k).filter(
            (k) => once.source[k] !== graph.source[k] || once.target[k] !== graph.target[k],
          );
          expect(different.length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('does not care for the order of edits that have nothing to do with each other', () => {
    fc.assert(
      fc.property(arbitraryGraph({ minNodes: 6 }), fc.nat(), (graph, at) => {
        const [a, b, c, d, gone] = graph.ids;
        // Without any edge it is no longer known how much an edge says.
        const stays = Array.from(graph.source, (from, e) => from !== 4 && graph.target[e] !== 4);
        fc.pre(graph.edgeFeatures === null || stays.includes(true));
        const edits: Edit[] = [
          { do: 'add-edge', from: a, to: b, ...relationOf(graph) },
          { do: 'add-edge', from: c, to: d, ...relationOf(graph) },
          { do: 'remove-node', node: gone },
          ...(graph.features ? [{ do: 'set-feature' as const, node: b, column: 0, value: 3 }] : []),
        ];
        const turned = edits.map((_, i) => edits[(i + at) % edits.length]);
        const [one, other] = [applyEdits(graph, edits), applyEdits(graph, turned)];
        expect(edgesOf(one)).toEqual(edgesOf(other));
        expect([one.ids, one.labels, one.attributes, one.features]).toEqual([
          ...[other.ids, other.labels, other.attributes, other.features],
        ]);
      }),
    );
  });

  it('sets a feature and nothing else, dense or sparse', () => {
    const value = fc.float({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(graphAndNodes, fc.nat(), value, ([graph, node], at, set) => {
        const { features } = graph;
        if (!features) return;
        const column = at % features.columns;
        const edited = applyEdits(graph, [{ do: 'set-feature', node: graph.ids[node], column, value: set }]);
        expect(edited.features?.kind).toBe(features.kind);
        for (let v = 0; v < graph.nodeCount; v++) {
          for (let c = 0; c < features.columns; c++) {
            const there = edited.features && featureAt(edited.features, v, c);
            expect(there).toBeCloseTo(v === node && c === column ? set : featureAt(features, v, c), 6);
          }
        }
      }),
    );
  });

  it('leaves the graph it is given as it is', () => {
    fc.assert(
      fc.property(graphAndNodes, ([graph, u, v]) => {
        const before = structuredClone(graph);
        applyEdits(graph, [
          { do: 'add-node', node: 'new', to: [graph.ids[u]], ...relationOf(graph) },
          { do: 'rewire', from: 'new', to: graph.ids[u], end: 'to', onto: graph.ids[v] },
          { do: 'remove-node', node: graph.ids[v] },
        ]);
        expect(graph).toEqual(before);
      }),
    );
  });

  const doubled = graphFromPlain({
    directed: false,
    nodes: ['a', 'b', 'c'].map((id) => ({ id })),
    edges: [
      ['a', 'b', 2, 'likes'],
      ['b', 'a', 3, 'owns'],
      ['b', 'c', 1, 'likes'],
    ],
    relations: ['likes', 'owns'],
  });

  it('removes one of two parallel edges: the last, or that of a relation', () => {
    const last = applyEdits(doubled, [{ do: 'remove-edge', from: 'a', to: 'b' }]);
    expect([...(last.weight ?? [])]).toEqual([2, 1]);
    const named = applyEdits(doubled, [{ do: 'remove-edge', from: 'a', to: 'b', relation: 'likes' }]);
    expect([...(named.weight ?? [])]).toEqual([3, 1]);
    expect([...(named.relation ?? [])]).toEqual([1, 0]);
  });

  it('moves the end it is told to, also of an edge named the other way round', () => {
    const moved = applyEdits(doubled, [{ do: 'rewire', from: 'a', to: 'b', relation: 'owns', end: 'to', onto: 'c' }]);
    expect([moved.ids[moved.source[1]], moved.ids[moved.target[1]]]).toEqual(['c', 'a']);
    expect(moved.weight?.[1]).toBe(3);
  });

  it.each<[string, Edit, RegExp]>([
    ['an unknown node', { do: 'remove-node', node: 'z' }, /no node "z" in .*3 nodes go by ids such as "a"/],
    ['an edge that is not there', { do: 'remove-edge', from: 'a', to: 'c' }, /no edge between "a" and "c"/],
    ['a relation unsaid', { do: 'add-edge', from: 'a', to: 'c' }, /have relations; say which: "likes", "owns"/],
    ['an unknown relation', { do: 'add-edge', from: 'a', to: 'c', relation: 'x' }, /no relation "x".*"likes"/],
    ['a name that is taken', { do: 'add-node', node: 'a', to: [] }, /a node "a" already/],
    ['features that are not there', { do: 'set-feature', node: 'a', column: 0, value: 1 }, /no given features/],
  ])('refuses %s and says what to do', (_, edit, message) => {
    expect(() => applyEdits(doubled, [edit])).toThrow(message);
  });

  it('refuses the last node, columns out of range, and too many edits, and names the edit', () => {
    const one = graphFromPlain({ nodes: 1, edges: [], features: [[1, 2]] });
    expect(() => applyEdits(one, [{ do: 'remove-node', node: '0' }])).toThrow(/last node/);
    expect(() => applyEdits(one, [{ do: 'set-feature', node: '0', column: 2, value: 1 }])).toThrow(/0…1/);
    const many = Array.from({ length: MAX_EDITS + 1 }, (): Edit => ({ do: 'add-edge', from: '0', to: '0' }));
    expect(() => applyEdits(one, many)).toThrow(/101 edits.*100 at most/);
    expect(() => applyEdits(doubled, many.slice(0, 2))).toThrow(/^edit 1 \(add-edge\): there is no node "0"/);
  });

  it('keeps parts of a set apart', () => {
    const set = graphFromPlain({ nodes: 4, edges: [[0, 1]], graphIds: [0, 0, 1, 1] });
    expect(() => applyEdits(set, [{ do: 'add-edge', from: '0', to: '2' }])).toThrow(/different graphs/);
    expect(() => applyEdits(set, [{ do: 'rewire', from: '0', to: '1', end: 'to', onto: '3' }])).toThrow(
      /different graphs/,
    );
    const grown = applyEdits(set, [{ do: 'add-node', node: 'n', to: ['3'] }]);
    expect([...(grown.graphId ?? [])]).toEqual([0, 0, 1, 1, 1]);
  });
});

describe('origin', () => {
  it('says who is who, and gives no number twice', () => {
    const path = graphFromPlain({ nodes: 4, edges: [[0, 1]] });
    const edited = applyEdits(path, [
      { do: 'remove-node', node: '3' },
      { do: 'add-node', node: 'new', to: ['0'] },
      { do: 'remove-node', node: '1' },
    ]);
    expect(edited.ids).toEqual(['0', '2', 'new']);
    expect([...placesInOriginal(edited, path)]).toEqual([0, 2, -1]);
  });

  it('keeps nodes in their places, and puts a new one beside its neighbours', () => {
    const path = graphFromPlain({
      nodes: 3,
      edges: [
        [0, 1],
        [1, 2],
      ],
    });
    const positions = Float32Array.of(0, 0, 10, 0, 20, 0);
    const edited = applyEdits(path, [
      { do: 'add-node', node: 'new', to: ['2'] },
      { do: 'remove-node', node: '0' },
    ]);
    const places = editedPositions(edited, path, positions);
    expect([...places.subarray(0, 4)]).toEqual([10, 0, 20, 0]);
    expect(Math.hypot(places[4] - 20, places[5])).toBeCloseTo(10, 4);
  });
});

describe('parseEdits', () => {
  it('takes what it has written', () => {
    const edits: Edit[] = [
      { do: 'add-edge', from: 'a', to: 'b', relation: 'likes' },
      { do: 'remove-edge', from: 'a', to: 'b' },
      { do: 'rewire', from: 'a', to: 'b', end: 'to', onto: 'c' },
      { do: 'add-node', node: 'n', to: [] },
      { do: 'remove-node', node: 'a' },
      { do: 'set-feature', node: 'a', column: 3, value: -0.5 },
    ];
    expect(parseEdits(JSON.parse(JSON.stringify(edits)), 'edits')).toEqual(edits);
  });

  it.each([
    [{}, /edits is a value of type object; it should be a list/],
    [[4], /edits\[0\] is 4; it should be an object/],
    [[{ do: 'paint' }], /edits\[0\]\.do is "paint"; it should be one of add-edge/],
    [[{ do: 'remove-node', node: 3 }], /edits\[0\]\.node is 3; it should be a text/],
    [[{ do: 'rewire', from: 'a', to: 'b', end: 'both', onto: 'c' }], /end is "both"; it should be "from" or "to"/],
    [[{ do: 'add-node', node: 'a', to: 'b' }], /to is "b"; it should be a list of node ids/],
    [[{ do: 'set-feature', node: 'a', column: -1, value: 1 }], /column is -1; it should be a whole number/],
    [[{ do: 'set-feature', node: 'a', column: 1, value: 1e300 }], /value is 1e\+300; it should be a number/],
    [Array.from({ length: 101 }, () => ({ do: 'remove-node', node: 'a' })), /101 edits.*100 at most/],
  ])('refuses %j', (input, message) => expect(() => parseEdits(input, 'edits')).toThrow(message));
});
