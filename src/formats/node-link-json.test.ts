import { describe, expect, it } from 'vitest';
import { fixture, textFile } from './fixtures/read-fixture';
import type { ReadOptions } from './format';
import { nodeLinkJson } from './node-link-json';

const read = (value: unknown, options: ReadOptions = {}) =>
  nodeLinkJson.read(textFile('g.json', JSON.stringify(value)).bytes, 'g.json', options);
const readFixture = (path: string) => {
  const { bytes, name } = fixture(path);
  expect(nodeLinkJson.sniff(bytes, name)).toBe(true);
  return nodeLinkJson.read(bytes, name, {});
};

describe('node-link JSON', () => {
  it('reads D3', () => {
    expect(readFixture('good/d3.json')).toMatchObject({
      directed: false,
      nodes: [{ id: 'a', label: 'Ada', class: 'red' }, { id: 'b' }, { id: 'c', label: '<b>Cy</b>' }, { id: 'd' }],
      edges: { length: 5, 0: { source: 'a', target: 'b', weight: 2 }, 4: { source: 'c', target: 'c' } },
    });
  });

  it('reads NetworkX, its ids numbers', () => {
    expect(readFixture('good/networkx.json')).toMatchObject({
      directed: true,
      nodes: [
        { id: '10', class: 0 },
        { id: '20', class: 0 },
        { id: '30', class: 1 },
      ],
      edges: [
        { source: '10', target: '20', weight: 2.5 },
        { source: '10', target: '20' },
        { source: '30', target: '30' },
      ],
    });
  });

  it('reads Cytoscape, by kind and as one list', () => {
    const expected = {
      directed: false,
      nodes: [{ id: 'a', label: 'Ada', x: 0, y: 0 }, { id: 'b' }, { id: 'c' }],
      edges: [
        { source: 'a', target: 'b', weight: 2 },
        { source: 'b', target: 'c' },
      ],
    };
    expect(readFixture('good/cytoscape.json')).toMatchObject(expected);
    const { elements } = JSON.parse(new TextDecoder().decode(fixture('good/cytoscape.json').bytes));
    expect(read([...elements.edges, ...elements.nodes])).toMatchObject(expected);
    expect(read({ elements: [...elements.nodes, ...elements.edges] }, { directed: true })).toMatchObject({
      directed: true,
    });
  });

  it('reads ends that count the nodes, and ends that a simulation has replaced', () => {
    const nodes = [{ name: 'Ada' }, { name: 'Bob' }];
    expect(read({ nodes, links: [{ source: 1, target: 0 }] })).toMatchObject({
      nodes: [
        { id: '0', label: 'Ada' },
        { id: '1', label: 'Bob' },
      ],
      edges: [{ source: '1', target: '0' }],
    });
    expect(
      read({ nodes: [{ id: 'a' }, { id: 'b' }], links: [{ source: { id: 'b', x: 1 }, target: 0 }] }),
    ).toMatchObject({
      edges: [{ source: 'b', target: 'a' }],
    });
    expect(read({ nodes: [{ id: 1 }, { id: 0 }], links: [{ source: 1, target: 0 }] })).toMatchObject({
      edges: [{ source: '1', target: '0' }],
    });
  });

  it('leaves lists and nested objects out, however deep', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const text = `{"nodes":[{"id":"a","pos":[1,2],"deep":${deep}}],"links":[]}`;
    expect(nodeLinkJson.read(textFile('g.json', text).bytes, 'g.json', {})).toEqual({
      directed: false,
      nodes: [{ id: 'a' }],
      edges: [],
    });
  });

  it('keeps a "__proto__" as data', () => {
    const text = '{"nodes":[{"id":"a","__proto__":"p","constructor":"c"}],"links":[]}';
    const plain = nodeLinkJson.read(textFile('g.json', text).bytes, 'g.json', {}) as { nodes: object[] };
    expect(Object.entries(plain.nodes[0] ?? {})).toEqual([
      ['id', 'a'],
      ['__proto__', 'p'],
      ['constructor', 'c'],
    ]);
  });

  it.each([
    [
      { nodes: [{ id: 'a' }], links: [{ source: 'a', target: 'x' }] },
      /g\.json: links\[0\]: the target of the edge is "x", but there is no such node/,
    ],
    [{ nodes: [{ id: 1 }], edges: [{ source: 1, target: 0 }] }, /edges\[0\]: the target of the edge is 0/],
    [{ nodes: [{ id: 'a' }], links: [{ source: 'a' }] }, /links\[0\]: the target of the edge is undefined/],
    [{ nodes: [{ id: 1 }, { id: '1' }], links: [] }, /nodes\[1\]: the id "1" is used twice/],
    [{ directed: 'yes', nodes: [], links: [] }, /g\.json: "directed" is "yes"/],
    [{ elements: { nodes: 4 } }, /"elements\.nodes" is 4/],
    [{ nodes: [{ id: 'a' }], links: [{ source: 'a', target: 'a', weight: [1] }] }, /links\[0\]: the weight is/],
    [{ some: 'thing' }, /not node-link JSON/],
  ])('says where %j is wrong', (value, message) => {
    expect(() => read(value)).toThrow(message);
  });
});
