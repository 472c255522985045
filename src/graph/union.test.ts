import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjacencyOf } from './adjacency';
import { arbitraryPlainGraph } from './arbitrary';
import { graphFromPlain } from './from-plain';
import type { Graph } from './graph';
import type { PlainGraph } from './plain';
import { disjointUnion } from './union';
import { graphOf } from './union-part';

/** What a union keeps of a graph for certain: everything that does not depend on the other graphs' names and columns. */
function core(graph: Graph) {
  const { nodeCount, edgeCount, directed, ids, source, target, weight, features, split } = graph;
  const name = (kinds: string[], index: Int32Array | null) => index && Array.from(index, (k) => kinds[k] ?? null);
  return {
    ...{ nodeCount, edgeCount, directed, ids, source, target, weight, features, split },
    // A part without edges may have columns for them, which are those of the union.
    edgeFeatures: edgeCount > 0 ? graph.edgeFeatures : null,
    classes: name(graph.classes, graph.labels),
    types: name(graph.nodeTypes, graph.nodeType),
    relations: name(graph.relations, graph.relation),
    cells: Object.entries(graph.attributes).map(([column, values]) => [
      column,
      values.filter((value) => value !== null),
    ]),
  };
}

/** One graph after another, all directed or none, and bare where only some would have features, labels, relations, types. */
const alike = fc
  .tuple(fc.boolean(), fc.array(arbitraryPlainGraph(), { minLength: 1, maxLength: 4 }))
  .map(([directed, plains]) =>
    plains.map((plain): Graph => {
      const { features, edgeFeatures, ...bare } = plain as PlainGraph;
      const graph = graphFromPlain({ ...bare, directed });
      return {
        ...graph,
        ...{ relation: null, relations: [], nodeType: null, nodeTypes: [] },
        labels: graph.labels ?? new Int32Array(graph.nodeCount).fill(-1),
        attributes: { label: graph.ids },
      };
    }),
  );

describe('disjointUnion and graphOf', () => {
  it('give every graph back', () => {
    fc.assert(
      fc.property(alike, (graphs) => {
        const union = disjointUnion(graphs);
        expect(union.graphCount).toBe(graphs.length);
        expect(new Set(union.ids).size).toBe(union.nodeCount);
        graphs.forEach((graph, g) => {
          expect(core(graphOf(union, g))).toEqual(core(graph));
        });
      }),
    );
  });

  it('never join two graphs', () => {
    fc.assert(
      fc.property(alike, (graphs) => {
        const union = disjointUnion(graphs);
        const { pointer, source, arcCount } = adjacencyOf(union);
        for (let v = 0; v < union.nodeCount; v++) {
          for (let arc = pointer[v]; arc < pointer[v + 1]; arc++) {
            expect(union.graphId?.[source[arc]]).toBe(union.graphId?.[v]);
          }
        }
        expect(arcCount).toBe(graphs.reduce((sum, graph) => sum + adjacencyOf(graph).arcCount, 0));
      }),
    );
  });

  it('unite features, relations, weights, splits and columns by name', () => {
    const one = graphFromPlain({
      nodes: [
        { id: 'a', class: 'x', size: 1, x: 0, y: 1, type: 'film' },
        { id: 'b', class: 'y', size: 2, x: 2, y: 3, type: 'film' },
      ],
      edges: [['a', 'b', 3, 'likes']],
      features: { columns: 3, indices: [[0], [1, 2]] },
      edgeFeatures: [[7]],
      split: { train: [1], validation: [], test: [0] },
    });
    const two = graphFromPlain({
      nodes: [{ id: 'a', class: 'w', note: 'n', x: 4, y: 5, type: 'person' }],
      edges: [['a', 'a', 1, 'hates']],
      features: { columns: 3, indices: [[2]], values: [[9]] },
      edgeFeatures: [[8]],
      split: { train: [], validation: [0], test: [] },
    });
    const union = disjointUnion([one, two]);
    expect(union.ids).toEqual(['0/a', '0/b', '1/a']);
    expect(union.classes).toEqual(['x', 'y', 'w']);
    expect(union.labels).toEqual(Int32Array.of(0, 1, 2));
    expect(union.nodeTypes).toEqual(['film', 'person']);
    expect(union.relations).toEqual(['likes', 'hates']);
    expect(union.weight).toEqual(Float32Array.of(3, 1));
    expect(union.attributes).toEqual({ size: [1, 2, null], note: [null, null, 'n'] });
    expect(union.split).toEqual({ train: Int32Array.of(1), validation: Int32Array.of(2), test: Int32Array.of(0) });
    expect(union.features).toMatchObject({
      pointer: Int32Array.of(0, 1, 3, 4),
      index: Int32Array.of(0, 1, 2, 2),
      value: Float32Array.of(1, 1, 1, 9),
    });
    expect(core(graphOf(union, 0))).toMatchObject({ weight: one.weight, features: one.features, split: one.split });
    expect(core(graphOf(union, 1))).toMatchObject({ weight: null, features: two.features, split: two.split });
    expect(graphOf(union, 1).positions).toEqual(two.positions);
    expect(graphOf(union, 1).edgeFeatures).toEqual(two.edgeFeatures);
  });

  it('refuse what cannot stand side by side', () => {
    const graph = graphFromPlain({ name: 'G', nodes: 1, edges: [] });
    expect(() => disjointUnion([])).toThrow('there are no graphs to unite');
    expect(() => disjointUnion([graph, { ...graph, directed: true }])).toThrow(
      'graph 1 (G) is directed and graph 0 is undirected',
    );
    expect(() => disjointUnion([disjointUnion([graph])])).toThrow('graph 0 (G) is a union already');
    const wide = graphFromPlain({ nodes: 1, edges: [], features: [[1, 2]] });
    expect(() => disjointUnion([wide, graph])).toThrow('graph 1 (G) has no features while others have');
    const narrow = graphFromPlain({ nodes: 1, edges: [], features: [[1]] });
    expect(() => disjointUnion([wide, narrow])).toThrow(
      'graph 1 has dense features of 1 columns and graph 0 dense ones of 2',
    );
    expect(() => graphOf(graph, 1)).toThrow('there is no graph 1 in G; it holds graphs 0…0');
  });

  it('leave a union alone whose ids were never prefixed', () => {
    const union = graphFromPlain({ nodes: [{ id: '1/2' }, { id: 'b' }], edges: [[1, 1]], graphIds: [0, 1] });
    expect(graphOf(union, 0).ids).toEqual(['1/2']);
    expect(graphOf(union, 1)).toMatchObject({ ids: ['b'], nodeCount: 1, edgeCount: 1, graphId: null, graphCount: 1 });
  });
});
