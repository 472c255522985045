import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainGraph } from '../graph/plain';
import { edgeList } from './edge-list';
import { textFile } from './fixtures/read-fixture';
import type { ReadOptions } from './format';

function read(edges: string, nodes?: string, options: ReadOptions = {}): PlainGraph {
  const nodeTable = nodes === undefined ? undefined : textFile('nodes.csv', nodes);
  return edgeList.read(textFile('edges.csv', edges).bytes, 'edges.csv', { ...options, nodeTable }) as PlainGraph;
}

const ids = (plain: PlainGraph) => (plain.nodes as { id: string }[]).map(({ id }) => id);

describe('edge list', () => {
  it('reads columns by their names, and the others as attributes', () => {
    expect(read('Weight,To,From,type,since,open\n0.5,b,a,friend,1999,true\n2,b,b,,,\n')).toEqual({
      directed: false,
      nodes: [{ id: 'a' }, { id: 'b' }],
      edges: [
        { source: 'a', target: 'b', weight: 0.5, relation: 'friend', since: 1999, open: true },
        { source: 'b', target: 'b', weight: 2 },
      ],
    });
  });

  it.each([
    ['a,b\nb,c\n'],
    ['a\tb\nb\tc'],
    ['a;b\r\nb;c\r\n'],
    ['a b\nb c'],
    ['  a   b\nb c  '],
    ['# two edges\n\na,b\n\n#x\nb,c'],
    ['"a","b"\n"b","c"'],
    ['\ufeffa,b\nb,c'],
    ["a b {}\nb c {'weight': 1}"],
  ])('reads %j without a header', (text) => {
    const plain = read(text);
    expect(ids(plain)).toEqual(['a', 'b', 'c']);
    expect(plain.edges).toMatchObject([
      { source: 'a', target: 'b' },
      { source: 'b', target: 'c' },
    ]);
  });

  it('takes a third column of numbers for weights, of texts for relations', () => {
    expect(read('a,b,2\nb,c,0.5').edges).toMatchObject([{ weight: 2 }, { weight: 0.5 }]);
    expect(read('a,b,likes\nb,c,knows').edges).toMatchObject([{ relation: 'likes' }, { relation: 'knows' }]);
    expect(read('a,b,2,likes\nb,c,0.5,knows').edges).toMatchObject([
      { weight: 2, relation: 'likes' },
      { relation: 'knows' },
    ]);
    expect(read("1 2 {'weight': 3.5}\n2 3 {'weight': 1}").edges).toMatchObject([{ weight: 3.5 }, { weight: 1 }]);
    expect(read('one,two,strength\n1,2,3\n2,3,4').edges).toMatchObject([{ source: '1', weight: 3 }, { weight: 4 }]);
  });

  it('reads three columns of texts as head, relation and tail where heads are also tails', () => {
    const plain = read('alga\tisa\tentity\nentity\tpart_of\talga\ntissue\tpart_of\tentity');
    expect(ids(plain)).toEqual(['alga', 'entity', 'tissue']);
    expect(plain.edges).toMatchObject([
      { source: 'alga', target: 'entity', relation: 'isa' },
      { source: 'entity', target: 'alga', relation: 'part_of' },
      { source: 'tissue', target: 'entity', relation: 'part_of' },
    ]);
    expect(read('a b follows\nb c follows\nfollows a b').edges[0], 'an even count').toMatchObject({ target: 'b' });
  });

  it('puts nodes that are all whole numbers in numeric order, others as they appear', () => {
    expect(ids(read('10,9\n9,2'))).toEqual(['2', '9', '10']);
    expect(ids(read('10,09\n09,2'))).toEqual(['10', '09', '2']);
  });

  it("reads Gephi's Type as direction", () => {
    const text = 'Source,Target,Type,Id,Label,Weight\n1,2,Undirected,0,,1\n2,3,Directed,1,,1\n';
    expect(read(text)).toMatchObject({
      directed: true,
      edges: [{ source: '1' }, { source: '2', target: '1' }, { source: '2', target: '3' }],
    });
    expect(read(text, undefined, { directed: false }).edges).toHaveLength(2);
    expect(read('a,b', undefined, { directed: true }).directed).toBe(true);
  });

  it('reads a node table: id, label, class, attributes, coordinates', () => {
    const nodes =
      'name,id,class,age,zip,x,y\nAda,a,red,36,01234,0,1\n"Bob, & co",b,,,99999,1,1\nloner,z,blue,50,00000,2,2\n';
    expect(read('a,b', nodes).nodes).toEqual([
      { id: 'a', label: 'Ada', class: 'red', age: 36, zip: '01234', x: 0, y: 1 },
      { id: 'b', label: 'Bob, & co', zip: '99999', x: 1, y: 1 },
      { id: 'z', label: 'loner', class: 'blue', age: 50, zip: '00000', x: 2, y: 2 },
    ]);
  });

  it('reads columns as class and features', () => {
    const nodes = 'id,club,age,score\na,Officer,36,0.5\nb,Mr. Hi,41,-1e3\n';
    const plain = read('a,b', nodes, { labelColumn: 'club', featureColumns: ['score', 'age'] });
    expect(plain).toMatchObject({
      nodes: [{ class: 'Officer' }, { class: 'Mr. Hi' }],
      features: [
        [0.5, 36],
        [-1000, 41],
      ],
      featureNames: ['score', 'age'],
    });
    expect(() => read('a,b', nodes, { featureColumns: ['club'] })).toThrow(
      'nodes.csv line 2: "Officer" is not a finite number in column "club"',
    );
    expect(() => read('a,b', nodes, { labelColumn: 'team' })).toThrow(
      /nodes\.csv: no node has a column "team"; there are .*"club"/,
    );
  });

  it('reads a bare list by the row: names where they differ, classes where they repeat', () => {
    expect(read('0,1\n1,2', 'Ada\nBob\nCy\nDan\n').nodes).toEqual(
      ['Ada', 'Bob', 'Cy', 'Dan'].map((label, i) => ({ id: String(i), label })),
    );
    expect(read('0,1\n1,2', '1\n0\n1\n').nodes).toEqual([1, 0, 1].map((c, i) => ({ id: String(i), class: c })));
    expect(ids(read('Bob,Ada', 'Ada\nBob\nCy'))).toEqual(['Ada', 'Bob', 'Cy']);
    expect(ids(read('0,1', 'name\nAda\nBob\n'))).toEqual(['0', '1']);
    expect(read('0,1', 'name,group\nAda,4\nBob,5\n').nodes).toEqual([
      { id: '0', label: 'Ada', group: 4 },
      { id: '1', label: 'Bob', group: 5 },
    ]);
  });

  it.each([
    [
      'source,target,weight\na,b,1\n# c\n\nb,c,abc',
      'edges.csv line 5: "abc" is not a finite number in column "weight"',
    ],
    ['a,b,1\nb,c,2\nc,d,x', 'edges.csv line 3: "x" is not a finite number in column "weight"'],
    ['a,b,1\nb,c,NaN', 'edges.csv line 2: "NaN" is not a finite number in column "weight"'],
    ['a,b,1\nb,c,inf', 'edges.csv line 2: "inf" is not a finite number in column "weight"'],
    ['a;b;0,5\nb;c;0,25\nc;d;1', 'write decimals with a point'],
    ['source,target\na,b\nb,', 'edges.csv line 3: an edge needs a source and a target'],
    ['source,target\n"a\nb",c\nd', 'edges.csv line 4: an edge needs a source and a target'],
    ['a,b\nb,c,1,2', 'edges.csv line 2 has 4 cells where the first row has 2'],
    ['a,b\nb,"c', 'edges.csv line 2: a quotation mark is not closed'],
    ['id,label\na,Ada', 'edges.csv is a list of nodes without edges; drop the edge list together with it'],
    ['word', 'edges.csv is a list of nodes without edges'],
    ['# nothing\n', 'edges.csv has no rows'],
    ['This is a sentence and no graph', 'edges.csv line 1 has 7 words'],
  ])('says where %j is wrong', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it.each([
    ['id\na\nb', 'edges.csv line 2: there is no node "x" in nodes.csv'],
    ['id,age\na,1\na,2', 'nodes.csv line 3: the node "a" is already on line 2'],
    ['id,age\na,1\n,2', 'nodes.csv line 3: the node has no id'],
    ['id,age\na,1\nb,nan\nx,2', 'nodes.csv line 3: "nan" is not a finite number in column "age"'],
    ['a\n\nb\nx', 'nodes.csv line 2 is empty'],
    ['0\n1\n1', 'edges.csv line 1: there is no node "a" in nodes.csv'],
  ])('says where the node table %j is wrong', (nodes, message) => {
    expect(() => read('a,b\nb,x', nodes)).toThrow(message);
  });

  it('keeps a column called __proto__ as data', () => {
    const node = (read('a,a', 'id,__proto__,constructor\na,p,c').nodes as object[])[0] ?? {};
    expect(Object.entries(node)).toEqual([
      ['id', 'a'],
      ['__proto__', 'p'],
      ['constructor', 'c'],
    ]);
  });

  it('reads back what is written, for any graph', () => {
    const cell = fc.string({
      minLength: 1,
      maxLength: 5,
      unit: fc.constantFrom('a', 'b', '"', ',', ';', '\t', '\n', '#', '<', ' ', '0', 'é'),
    });
    const id = cell.filter((text) => text.trim() === text && !text.startsWith('#'));
    const weight = fc.double({ noNaN: true, noDefaultInfinity: true });
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(id, id, weight, id), { minLength: 1 }),
        fc.constantFrom(',', ';', '\t'),
        (edges, delimiter) => {
          const rows = edges.map(([s, t, w, r]) => [quote(s), quote(t), String(w), quote(r)].join(delimiter));
          const plain = read(`${['source', 'target', 'weight', 'relation'].join(delimiter)}\n${rows.join('\n')}\n`);
          expect(plain.edges).toEqual(
            edges.map(([source, target, w, relation]) => ({ source, target, weight: Number(String(w)), relation })),
          );
        },
      ),
    );
  });
});
