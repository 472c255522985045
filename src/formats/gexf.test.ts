// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture, textFile } from './fixtures/read-fixture';
import type { ReadOptions } from './format';
import { gexf } from './gexf';

const read = (text: string, options: ReadOptions = {}) => gexf.read(textFile('g.gexf', text).bytes, 'g.gexf', options);
const graph = (inside: string, attributes = '') => `<gexf>\n<graph ${attributes}>\n${inside}\n</graph></gexf>`;
const xmlText = (text: string) => text.replace(/[&<>"'\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);

describe('GEXF', () => {
  it('reads nodes, attributes, positions and every edge', () => {
    const { bytes, name } = fixture('good/triangle.gexf');
    expect(gexf.sniff(bytes, name)).toBe(true);
    expect(gexf.read(bytes, name, {})).toEqual({
      directed: false,
      nodes: [
        { id: 'a', label: 'Ada', class: 'red', age: 36, x: 0, y: 0 },
        { id: 'b', label: 'Bob & co', class: 'red', age: 30, x: 1, y: 0 },
        { id: 'c', label: '<b>Cy</b>', class: 'blue', age: 30, x: 0.5, y: 1 },
        { id: 'd', age: 30, x: 2, y: 2 },
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

  it('gives the undirected edges of a mixed graph both ways, unless a direction is asked for', () => {
    const text = graph(
      '<nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b"/><edge source="b" target="b" type="undirected"/>' +
        '<edge source="b" target="a" type="mutual" weight="3"/></edges>',
      'defaultedgetype="directed"',
    );
    expect(read(text)).toMatchObject({
      directed: true,
      edges: [
        { source: 'a', target: 'b' },
        { source: 'b', target: 'b' },
        { source: 'b', target: 'a', weight: 3 },
        { source: 'a', target: 'b', weight: 3 },
      ],
    });
    expect(read(text, { directed: false })).toMatchObject({ directed: false, edges: { length: 3 } });
  });

  it('reads nested nodes, kinds of edges and an attribute as class', () => {
    const text = graph(
      '<attributes class="node"><attribute id="m" title="Modularity Class" type="integer"/></attributes><nodes>' +
        '<node id="a"><attvalues><attvalue for="m" value="4"/></attvalues><nodes><node id="b"><attvalues><attvalue for="m" value="7"/>' +
        '</attvalues></node></nodes></node></nodes><edges><edge source="a" target="b" kind="holds"/></edges>',
    );
    expect(read(text, { labelColumn: 'Modularity Class' })).toMatchObject({
      nodes: [
        { id: 'a', class: 4 },
        { id: 'b', class: 7 },
      ],
      edges: [{ source: 'a', target: 'b', relation: 'holds' }],
    });
    expect(() => read(text, { labelColumn: 'club' })).toThrow(
      /g\.gexf: no node has a column "club"; there are .*"Modularity Class"/,
    );
  });

  it.each([
    ['<nodes>\n<node id="a"/>\n<node id="a"/></nodes>', /^g\.gexf line 5: the node id "a" is used twice/],
    ['<nodes>\n<node label="x"/></nodes>', /^g\.gexf line 4: a node has no id/],
    [
      '<nodes><node id="a"/></nodes>\n<!-- <edge/> -->\n<edges><edge source="a"/></edges>',
      /^g\.gexf line 5: an edge has no target/,
    ],
    [
      '<nodes><node id="a"/></nodes><edges>\n<edge source="a" target="x"/></edges>',
      /^g\.gexf line 4: the target of the edge is "x"/,
    ],
    [
      '<nodes><node id="a"/></nodes><edges><edge source="a" target="a" weight="-INF"/></edges>',
      /line 3: the weight is "-INF"/,
    ],
    ['<nodes><node id="a"><position x="NaN" y="1"/></node></nodes>', /line 3: the position's x is "NaN"/],
    [
      '<attributes class="node"><attribute id="0" title="age" type="double"/></attributes><nodes><node id="a"><attvalues><attvalue for="0" value="old"/></attvalues></node></nodes>',
      /line 3: "age" is "old", which is not a finite number/,
    ],
  ])('says where %j is wrong', (inside, message) => {
    expect(() => read(graph(inside))).toThrow(message);
  });

  it.each([
    ['<gexf><graph><nodes></graph></gexf>', /^g\.gexf line 1, column \d+: not well-formed XML/],
    ['<gexf></gexf>', /no <graph> element/],
    ['<svg/>', /the root element is <svg>, not <gexf>/],
    ['<!DOCTYPE gexf [<!ENTITY a "b">]><gexf>&a;</gexf>', /DOCTYPE declares entities/],
    [`<gexf>${' '.repeat(4 * 1024 * 1024)}</gexf>`, /4\.0 MiB of XML; up to 4 MiB is read/],
  ])('refuses a document that is no graph', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('keeps attributes with awkward names as data', () => {
    const text = graph(
      '<attributes class="node"><attribute id="0" title="__proto__"/><attribute id="1" title="constructor"/><attribute id="2" title="id"/></attributes>' +
        '<nodes><node id="__proto__"><attvalues><attvalue for="0" value="p"/><attvalue for="1" value="c"/><attvalue for="2" value="7"/></attvalues></node></nodes>',
    );
    const plain = read(text);
    const node = Object.entries((plain as { nodes: object[] }).nodes[0] ?? {});
    expect(node).toEqual([
      ['id', '__proto__'],
      ['__proto__', 'p'],
      ['constructor', 'c'],
      ['id attribute', '7'],
    ]);
    expect(({} as Record<string, unknown>).p).toBeUndefined();
  });

  it('reads back what is written, for any graph', () => {
    const name = fc.string({ minLength: 1, maxLength: 6 }).filter((text) => /^[\x20-\x7e]+$/.test(text));
    const any = fc.uniqueArray(name, { minLength: 1, maxLength: 8 }).chain((ids) =>
      fc.record({
        ids: fc.constant(ids),
        edges: fc.array(
          fc.tuple(
            fc.constantFrom(...ids),
            fc.constantFrom(...ids),
            fc.double({ noNaN: true, noDefaultInfinity: true }),
          ),
        ),
        directed: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(any, ({ ids, edges, directed }) => {
        const nodes = ids.map((id) => `<node id="${xmlText(id)}" label="${xmlText(id)}"/>`).join('');
        const lines = edges
          .map(([s, t, w]) => `<edge source="${xmlText(s)}" target="${xmlText(t)}" weight="${w}"/>`)
          .join('');
        const type = `defaultedgetype="${directed ? 'directed' : 'undirected'}"`;
        expect(read(graph(`<nodes>${nodes}</nodes><edges>${lines}</edges>`, type))).toEqual({
          directed,
          nodes: ids.map((id) => ({ id, label: id })),
          edges: edges.map(([source, target, weight]) => ({ source, target, weight: Number(`${weight}`) })),
        });
      }),
      { numRuns: 50 },
    );
  });
});
