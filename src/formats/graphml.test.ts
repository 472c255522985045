// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { fixture, textFile } from './fixtures/read-fixture';
import type { ReadOptions } from './format';
import { graphml } from './graphml';

const read = (text: string, options: ReadOptions = {}) =>
  graphml.read(textFile('g.graphml', text).bytes, 'g.graphml', options);
const graph = (inside: string, keys = '', direction = 'undirected') =>
  `<graphml>${keys}\n<graph edgedefault="${direction}">\n${inside}\n</graph></graphml>`;

describe('GraphML', () => {
  it('reads nodes, data with defaults, and every edge', () => {
    const { bytes, name } = fixture('good/triangle.graphml');
    expect(graphml.sniff(bytes, name)).toBe(true);
    expect(graphml.read(bytes, name, {})).toEqual({
      directed: false,
      nodes: [
        { id: 'a', label: 'Ada', age: 36, class: 'red' },
        { id: 'b', label: 'Bob & co', class: 'red' },
        { id: 'c', label: '<b>Cy</b>', class: 'blue' },
        { id: 'd', class: 'red' },
      ],
      edges: [
        { source: 'a', target: 'b', weight: 2 },
        { source: 'b', target: 'c' },
        { source: 'c', target: 'a' },
        { source: 'c', target: 'a' },
        { source: 'c', target: 'c' },
      ],
    });
  });

  it('lets an edge say its own direction, and reads ids of edges that repeat', () => {
    const text = graph(
      '<node id="a"/><node id="b"/><edge id="0" source="a" target="b"/><edge id="0" source="a" target="b" directed="false"/>',
      '',
      'directed',
    );
    expect(read(text)).toMatchObject({
      directed: true,
      edges: [
        { source: 'a', target: 'b' },
        { source: 'a', target: 'b' },
        { source: 'b', target: 'a' },
      ],
    });
  });

  it('reads nested graphs flat, leaves ports and drawing out, and takes a name for a label', () => {
    const keys =
      '<key id="n" attr.name="name" attr.type="string"/><key id="y" for="node" yfiles.type="nodegraphics"/><key id="p" for="port" yfiles.type="x"/>';
    const inside =
      '<node id="a"><port name="p"/><data key="n">Ada</data><data key="y"><z/></data><graph edgedefault="directed"><node id="a::b"><data key="n">Bob</data></node></graph></node>' +
      '<edge source="a" target="a::b"/>';
    expect(read(graph(inside, keys))).toEqual({
      directed: false,
      nodes: [
        { id: 'a', name: 'Ada', label: 'Ada' },
        { id: 'a::b', name: 'Bob', label: 'Bob' },
      ],
      edges: [{ source: 'a', target: 'a::b' }],
    });
  });

  it.each([
    [
      '<node id="a"/>\n<edge source="a" target="x"/>',
      /^g\.graphml line 4: the target of the edge is "x", but there is no such node/,
    ],
    ['<node id="a"/>\n<node id="a"/>', /^g\.graphml line 4: the node id "a" is used twice/],
    ['<node id="a"/>\n<hyperedge><endpoint node="a"/></hyperedge>', /^g\.graphml line 4: hyperedges are not read/],
    ['<node id="a"><data key="age">NaN</data></node>', /^g\.graphml line 3: "age" is "NaN"/],
    [
      '<node id="a"><data key="ok">maybe</data></node>',
      /^g\.graphml line 3: "ok" is "maybe", which is neither true nor false/,
    ],
    ['</graph><graph edgedefault="directed"><node id="a"/>', /holds 2 graphs/],
  ])('says where %j is wrong', (inside, message) => {
    const keys = '<key id="age" attr.name="age" attr.type="double"/><key id="ok" attr.name="ok" attr.type="boolean"/>';
    expect(() => read(graph(inside, keys))).toThrow(message);
  });

  it('does not expand entities', () => {
    const { bytes, name } = fixture('bad/entities.graphml');
    expect(() => graphml.read(bytes, name, {})).toThrow(/DOCTYPE declares entities, which are not read/);
  });
});
