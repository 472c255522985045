import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../graph/from-plain';
import type { PlainGraph } from '../graph/plain';
import { fixture, textFile } from './fixtures/read-fixture';
import { plainJson, writePlainJson } from './plain-json';

const read = (text: string) => plainJson.read(textFile('g.json', text).bytes, 'g.json', {}) as PlainGraph;

const anyPlain: fc.Arbitrary<PlainGraph> = fc.integer({ min: 1, max: 8 }).chain((n) => {
  const node = fc.nat(n - 1);
  const real = fc.float({ noNaN: true, noDefaultInfinity: true }).map((x) => (x === 0 ? 0 : x));
  const edge = fc.oneof(
    fc.tuple(node, node),
    fc.tuple(node, node, real),
    fc.record({ source: node, target: node, note: fc.string() }),
  );
  return fc.record({
    directed: fc.boolean(),
    nodes: fc.oneof(
      fc.constant(n),
      fc.constant(Array.from({ length: n }, (_, i) => ({ id: `n${i}`, label: `<${i}>`, x: i, y: 2 * i }))),
    ),
    edges: fc.array(edge, { maxLength: 12 }) as fc.Arbitrary<PlainGraph['edges']>,
    features: fc.array(fc.array(real, { minLength: 2, maxLength: 2 }), { minLength: n, maxLength: n }),
    labels: fc.array(fc.option(fc.nat(3)), { minLength: n, maxLength: n }),
  });
});

describe('Hopscope JSON', () => {
  it('reads a graph by its numbers', () => {
    const { bytes, name } = fixture('good/plain.json');
    expect(plainJson.sniff(bytes, name)).toBe(true);
    const graph = graphFromPlain(plainJson.read(bytes, name, {}) as PlainGraph);
    expect([graph.nodeCount, graph.edgeCount, graph.classes, graph.features?.columns]).toEqual([
      4,
      5,
      ['red', 'blue'],
      2,
    ]);
  });

  it('reads back what it writes, for any graph', () => {
    fc.assert(
      fc.property(anyPlain, (plain) => {
        const again = read(writePlainJson(plain));
        expect(again).toEqual(plain);
        expect(graphFromPlain(again)).toEqual(graphFromPlain(plain));
      }),
    );
  });

  it('writes typed arrays as lists', () => {
    const text = writePlainJson({
      nodes: 1,
      edges: [],
      features: { rows: 1, columns: 2, data: Float32Array.of(1, 0.5) },
    });
    expect(read(text).features).toEqual({ rows: 1, columns: 2, data: [1, 0.5] });
  });

  it.each([
    ['{"nodes": 1000000000, "edges": []}', /g\.json has 1,000,000,000 nodes and at most 1,000,000 are taken/],
    ['{"nodes": "many", "edges": []}', /"nodes" is "many"/],
    ['{"nodes": 1}', /"edges" is undefined; it must be a list/],
    ['{"nodes": [{"id": "a"}, 3], "edges": []}', /nodes\[1\] is 3; it must be an object/],
    ['[1, 2]', /it must be an object/],
  ])('refuses %s', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
