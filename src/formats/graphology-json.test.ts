import Graph from 'graphology';
import { describe, expect, it } from 'vitest';
import { fixture, textFile } from './fixtures/read-fixture';
import { graphologyJson } from './graphology-json';

const read = (value: unknown) => graphologyJson.read(textFile('g.json', JSON.stringify(value)).bytes, 'g.json', {});

describe('graphology JSON', () => {
  it('reads nodes, attributes, positions and every edge', () => {
    const { bytes, name } = fixture('good/graphology.json');
    expect(graphologyJson.sniff(bytes, name)).toBe(true);
    expect(graphologyJson.read(bytes, name, {})).toMatchObject({
      directed: false,
      nodes: [
        { id: 'a', label: 'Ada', class: 'red', x: 0, y: 0 },
        { id: 'b' },
        { id: 'c', label: '<b>Cy</b>' },
        { id: 'd' },
      ],
      edges: { length: 5, 0: { source: 'a', target: 'b', weight: 2 } },
    });
  });

  it('reads what graphology exports, directed, undirected and mixed', () => {
    const graph = new Graph({ multi: true });
    for (const id of ['1', '2']) graph.addNode(id, { size: 3 });
    graph.addDirectedEdge('1', '2', { weight: 0.5 });
    expect(read(graph.export())).toEqual({
      directed: true,
      nodes: [
        { id: '1', size: 3 },
        { id: '2', size: 3 },
      ],
      edges: [{ source: '1', target: '2', weight: 0.5 }],
    });
    graph.addUndirectedEdge('1', '1');
    graph.addUndirectedEdge('2', '1');
    expect(read(graph.export())).toMatchObject({ directed: true, edges: { length: 4 } });
    const undirected = new Graph({ type: 'undirected' });
    undirected.mergeEdge('a', 'b');
    expect(read(undirected.export())).toMatchObject({ directed: false, edges: [{ source: 'a', target: 'b' }] });
    expect(read(new Graph({ type: 'directed' }).export())).toEqual({ directed: true, nodes: [], edges: [] });
  });

  it.each([
    [
      { nodes: [{ key: 'a' }], edges: [{ source: 'a', target: 'b' }] },
      /g\.json: edges\[0\]: the target of the edge is "b"/,
    ],
    [{ nodes: [{ key: 'a' }, { key: 'a' }], edges: [] }, /nodes\[1\]: the id "a" is used twice/],
    [{ nodes: [{ key: 'a' }, 7], edges: [] }, /nodes\[1\] is 7; it must be an object/],
    [{ nodes: [{ key: {} }], edges: [] }, /nodes\[0\]: the id is/],
    [
      { nodes: [{ key: 'a' }], edges: [{ source: 'a', target: 'a', attributes: { weight: 'heavy' } }] },
      /edges\[0\]: the weight is "heavy"/,
    ],
    [{ nodes: [{ key: 'a' }], edges: 3 }, /"edges" is 3; it must be a list/],
  ])('says where %j is wrong', (value, message) => {
    expect(() => read(value)).toThrow(message);
  });
});
