// @vitest-environment jsdom
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../graph/from-plain';
import { GraphError } from '../graph/graph-error';
import { fixture, textFile } from './fixtures/read-fixture';
import { FormatError, type NamedBytes } from './format';
import { readGraphFile } from './read-graph-file';

const load = async (...files: NamedBytes[]) => graphFromPlain(await readGraphFile(files));
const inFolder = (folder: string) => readdirSync(join(import.meta.dirname, 'fixtures', folder));

describe('reading a file by its content', () => {
  it.each([
    ['triangle.gexf', 4, 5],
    ['triangle.gexf.gz', 4, 5],
    ['triangle.graphml', 4, 5],
    ['graphology.json', 4, 5],
    ['d3.json', 4, 5],
    ['networkx.json', 3, 3],
    ['cytoscape.json', 3, 2],
    ['plain.json', 4, 5],
    ['edges.csv', 3, 5],
    ['edges.tsv', 3, 2],
    ['tables.zip', 4, 5],
    ['csr.npz', 4, 4],
    ['heterophilous.npz', 4, 3],
  ])('reads %s: %i nodes, %i edges, under any name', async (file, nodes, edges) => {
    const { name, bytes } = fixture(`good/${file}`);
    const graph = await load({ name, bytes });
    expect([graph.nodeCount, graph.edgeCount]).toEqual([nodes, edges]);
    expect(graph.name).toBe(name.split('.')[0]);
    expect((await load({ name: 'graph.dat', bytes })).edgeCount).toBe(edges);
  });

  it('has a test for every good fixture', () => {
    expect(inFolder('good')).toHaveLength(14);
  });

  it('reads an edge list and its node table in either order, zipped or not', async () => {
    const [edges, nodes] = [fixture('good/edges.csv'), fixture('good/nodes.csv')];
    const graph = await load(edges, nodes);
    expect(graph.attributes.label).toEqual(['Ada', 'Bob, & co', '<b>Cy</b>', null]);
    expect(graph.classes).toEqual(['blue', 'red']);
    expect(await load(nodes, edges)).toEqual({ ...graph, name: 'nodes' });
    expect(await load(fixture('good/tables.zip'))).toEqual({ ...graph, name: 'tables' });
  });

  it('passes on what the reader is asked for', async () => {
    const files = [fixture('good/edges.csv'), fixture('good/nodes.csv')];
    const plain = await readGraphFile(files, { directed: true, labelColumn: 'age', featureColumns: ['score'] });
    expect(plain).toMatchObject({ directed: true, featureNames: ['score'], features: [[0.5], [0.1], [-2], [0]] });
    expect(graphFromPlain(plain).classes).toEqual(['29', '30', '36', '41']);
  });
});

/** What each bad fixture must be answered with. */
const BAD: Record<string, RegExp> = {
  'bomb.csv.gz': /^bomb\.csv inflates to more than 256 MiB/,
  'empty.gexf': /no nodes/,
  'entities.graphml': /DOCTYPE declares entities/,
  'features-infinite.npz': /^features-infinite\.npz: node_features\[7\] is Infinity/,
  'features-nan.npz': /^features-nan\.npz: node_features\[7\] is NaN/,
  'huge-header.npz': /header says 1000000000 values of 4 bytes, but 20 bytes follow/,
  'huge-shape.npz': /adj_shape says 1,000,000,000 rows/,
  'huge.json': /^huge\.json has 1,000,000,000 nodes/,
  'missing-node.gexf': /^missing-node\.gexf line 17: the target of the edge is "nobody"/,
  'missing-node.graphml': /^missing-node\.graphml line 14: the target of the edge is "nobody"/,
  'missing-node.json': /^missing-node\.json: links\[1\]: the target of the edge is "nobody"/,
  'missing-node.npz': /^missing-node\.npz: edges\[3\] is 4/,
  'no-target.csv': /^no-target\.csv line 3: an edge needs a source and a target/,
  'nodes-only.csv': /^nodes-only\.csv is a list of nodes without edges/,
  'noise.bin': /^noise\.bin is not a file that is known here\. What can be read: GEXF/,
  'noise.csv': /^noise\.csv is not a file that is known here/,
  'noise.gexf': /^noise\.gexf is not a file that is known here/,
  'noise.graphml': /^noise\.graphml is not a file that is known here/,
  'noise.json': /^noise\.json is not a file that is known here/,
  'noise.npz': /^noise\.npz is not a file that is known here/,
  'one-word.csv': /^one-word\.csv is a list of nodes without edges/,
  'page.csv': /^page\.csv is an HTML page/,
  'pickled.npz': /^pickled\.npz: labels holds Python objects/,
  'picture.gexf': /^picture\.gexf is XML with the root element <svg>/,
  'picture.png': /^picture\.png is a PNG picture\. What can be read/,
  'settings.json': /^settings\.json is JSON, but no graph that is known here/,
  'truncated.csv.gz': /^truncated\.csv\.gz cannot be unpacked .* damaged or cut short/,
  'truncated.gexf': /^truncated\.gexf line \d+, column \d+: not well-formed XML/,
  'truncated.graphml': /^truncated\.graphml line \d+, column \d+: not well-formed XML/,
  'truncated.json': /^truncated\.json line \d+, column \d+: the text ends .* cut short/,
  'truncated.npz': /^truncated\.npz cannot be unpacked .* damaged or cut short/,
  'unrelated.npz': /^unrelated\.npz holds x; a graph needs/,
  'weight-infinite.csv': /^weight-infinite\.csv line 3: "inf" is not a finite number in column "weight"/,
  'weight-infinite.gexf': /^weight-infinite\.gexf line 16: the weight is "INF"/,
  'weight-infinite.json': /^weight-infinite\.json: links\[0\]: "value" is Infinity/,
  'weight-nan.csv': /^weight-nan\.csv line 3: "NaN" is not a finite number in column "weight"/,
  'weight-nan.gexf': /^weight-nan\.gexf line 16: the weight is "NaN"/,
  'weight-nan.graphml': /^weight-nan\.graphml line 13: "weight" is "NaN"/,
  'weight-nan.json': /^weight-nan\.json line 9, column \d+: "NaN" is not JSON/,
  'weight-not-a-number.csv': /^weight-not-a-number\.csv line 3: "abc" is not a finite number in column "weight"/,
};

describe('a file that cannot be read', () => {
  it.each(inFolder('bad').filter((file) => file !== 'missing-node.csv'))(
    '%s is refused in words',
    async (file) => {
      await expect(load(fixture(`bad/${file}`))).rejects.toThrow(BAD[file]);
      expect(BAD[file]).toBeDefined();
    },
    60_000,
  );

  it('names the line of an edge to a node that is not in the table', async () => {
    const files = [fixture('bad/missing-node.csv'), fixture('good/nodes.csv')];
    await expect(load(...files)).rejects.toThrow('missing-node.csv line 3: there is no node "x" in nodes.csv');
  });

  it.each([
    ['none', [], /there is no file to read/],
    ['an empty one', [textFile('a.csv', '')], /a\.csv is empty/],
    ['three', ['a', 'b', 'c'].map((name) => textFile(name, 'a,b')), /3 files at once/],
    ['two graphs', [fixture('good/plain.json'), fixture('good/edges.csv')], /drop plain\.json alone/],
    ['GML', [textFile('a.gml', 'graph [\n node [ id 1 ]\n]')], /a\.gml is a GML file/],
    ['DOT', [textFile('a.dot', 'digraph G {\n a -> b\n}')], /a\.dot is a Graphviz DOT file/],
    ['Pajek', [textFile('a.net', '*Vertices 2\n1 "a"')], /a\.net is a Pajek file/],
    ['XML that stops early', [textFile('a.gexf', '<?xml version="1.0"')], /a\.gexf is XML that is cut short/],
    ['UTF-16', [{ name: 'a.csv', bytes: Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x2c, 0) }], /a\.csv is UTF-16/],
    [
      'Latin-1',
      [{ name: 'a.csv', bytes: Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0xe9, 0x2c, 0x62) }],
      /a\.csv line 2, column 1: this is not UTF-8/,
    ],
  ])('%s', async (_, files, message) => {
    await expect(load(...files)).rejects.toThrow(message);
  });
});

describe('damage', () => {
  const onlyExpected = async (...files: NamedBytes[]) => {
    try {
      await load(...files);
    } catch (error) {
      if (!(error instanceof FormatError || error instanceof GraphError)) throw error;
    }
  };

  it.each(inFolder('good'))(
    'wherever %s is cut, it is read or refused',
    async (file) => {
      const { name, bytes } = fixture(`good/${file}`);
      const step = Math.max(1, Math.floor(bytes.length / 150));
      for (let length = 0; length < bytes.length; length += step)
        await onlyExpected({ name, bytes: bytes.slice(0, length) });
    },
    60_000,
  );

  it.each(inFolder('good'))(
    'whichever bytes of %s are changed, it is read or refused',
    async (file) => {
      const { name, bytes } = fixture(`good/${file}`);
      const change = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(change, async (changes) => {
          const changed = bytes.slice();
          for (const [at, byte] of changes) changed[at] = byte;
          await onlyExpected({ name, bytes: changed });
        }),
        { numRuns: 60 },
      );
    },
    60_000,
  );

  it('whatever bytes come, they are read or refused', async () => {
    const start = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0x1f, 0x8b, 8, 0], [0x7b], [0x5b], [0x3c], [0x93, 0x4e]);
    const noise = fc
      .tuple(start, fc.uint8Array({ maxLength: 60 }))
      .map(([head, tail]) => Uint8Array.from([...head, ...tail]));
    const text = fc.string({
      unit: fc.constantFrom('a', '1', ',', '\n', '"', '#', '{', '[', '<', ' ', '\t', ':', '.'),
      maxLength: 60,
    });
    const any = fc.oneof(
      noise,
      text.map((value) => new Uint8Array(new TextEncoder().encode(value))),
    );
    await fc.assert(
      fc.asyncProperty(any, any, async (a, b) => {
        await onlyExpected({ name: 'a', bytes: a });
        await onlyExpected({ name: 'a', bytes: a }, { name: 'b', bytes: b });
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
