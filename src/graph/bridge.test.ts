import * as fc from 'fast-check';
import Graphology from 'graphology';
import { describe, expect, it } from 'vitest';
import { arbitraryGraph } from './arbitrary';
import { fromGraphology, toGraphology } from './bridge';
import { graphFromPlain } from './from-plain';
import type { Column, Graph } from './graph';

/** Columns without those that graphology has no place for: empty ones and "__proto__". */
function filled(columns: Record<string, Column>) {
  return Object.entries(columns)
    .filter(([name, column]) => name !== '__proto__' && column.some((value) => value !== null))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What graphology carries. */
function carried(graph: Graph) {
  const {
    name,
    directed,
    ids,
    source,
    target,
    weight,
    labels,
    classes,
    nodeTypes,
    nodeType,
    positions,
    relation,
    relations,
  } = graph;
  return {
    ...{
      name,
      directed,
      ids,
      source,
      target,
      weight,
      labels,
      classes,
      nodeTypes,
      nodeType,
      positions,
      relation,
      relations,
    },
    attributes: filled(graph.attributes),
    edgeAttributes: filled(graph.edgeAttributes),
  };
}

describe('the bridge to graphology', () => {
  it('brings every graph there and back', () => {
    fc.assert(
      fc.property(arbitraryGraph(), (graph) => {
        const back = graphFromPlain(fromGraphology(toGraphology(graph)));
        expect(carried(back)).toEqual(carried(graph));
      }),
    );
  });

  it('keeps order, duplicates, self-loops, direction, weights and relations', () => {
    const graph = graphFromPlain({
      directed: true,
      nodes: [
        { id: 'b', label: 'Bee', x: 1, y: 2 },
        { id: 'a', label: '', x: 3, y: 4 },
      ],
      edges: [
        ['b', 'a', 2, 'likes'],
        ['b', 'a', 3, 'owns'],
        ['a', 'a', 1, 'likes'],
      ],
    });
    const held = toGraphology(graph);
    expect(held).toMatchObject({ order: 2, size: 3, directedSize: 3, selfLoopCount: 1 });
    expect(held.nodes()).toEqual(['b', 'a']);
    expect(held.edges()).toEqual(['0', '1', '2']);
    expect(held.getNodeAttributes('b')).toEqual({ label: 'Bee', x: 1, y: 2 });
    expect(held.getEdgeAttributes('1')).toEqual({ weight: 3, relation: 'owns' });
  });

  it('shows the renderer nothing of the file but names and places', () => {
    const graph = graphFromPlain({
      nodes: [{ id: 'a', type: 'film', hidden: true, size: 99, class: 'x' }],
      edges: [{ source: 0, target: 0, type: 'curved' }],
    });
    const held = toGraphology(graph, { attributes: 'drawn' });
    expect(held.nodes()).toEqual(['0']);
    expect(held.getNodeAttributes('0')).toEqual({ label: 'a' });
    expect(held.getEdgeAttributes('0')).toEqual({});
  });

  it('reads a mixed graph as directed, each undirected edge both ways', () => {
    const mixed = new Graphology({ multi: true });
    mixed.addNode('a', { id: 'not the key' });
    mixed.addNode('b');
    mixed.addDirectedEdge('a', 'b');
    mixed.addUndirectedEdge('b', 'a', { weight: 2 });
    mixed.addUndirectedEdge('b', 'b');
    const plain = fromGraphology(mixed);
    expect(plain.directed).toBe(true);
    expect(plain.nodes).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(plain.edges).toEqual([
      { source: 'a', target: 'b' },
      { source: 'b', target: 'a', weight: 2 },
      { source: 'a', target: 'b', weight: 2 },
      { source: 'b', target: 'b' },
    ]);
  });
});
