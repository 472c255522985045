import { describe, expect, it } from 'vitest';
import { textFile } from '../fixtures/read-fixture';
import { readTable } from './table';
import { tellApart } from './tell-apart';

const table = (name: string, text: string) => readTable(textFile(name, text).bytes, name);

describe('telling edges from nodes', () => {
  it.each([
    ['by the names of the ends', 'one.csv', 'source,target\na,b', 'two.csv', 'id,label\na,Ada\nb,Bob'],
    ['by an id', 'one.csv', 'a,b', 'two.csv', 'id,label\na,Ada\nb,Bob'],
    ['by a single column', 'one.csv', '0,1', 'two.csv', 'Ada\nBob'],
    ['by where the ends are found', 'one.csv', 'a,b\nb,a', 'two.csv', 'a,Ada\nb,Bob'],
    ['by the name of the file', 'my-edges.csv', 'a,b\nb,a', 'my-nodes.csv', 'a,b\nb,b'],
  ])('%s', (_, edgesName, edgesText, nodesName, nodesText) => {
    const [edges, nodes] = [table(edgesName, edgesText), table(nodesName, nodesText)];
    expect(tellApart(edges, nodes)).toEqual({ edges, nodes });
    expect(tellApart(nodes, edges)).toEqual({ edges, nodes });
  });

  it.each([
    ['source,target\na,b', 'source,target\nb,c'],
    ['id\na', 'id\nb'],
    ['a,b\nb,a', 'b,a\na,b'],
  ])('refuses two of a kind: %j and %j', (a, b) => {
    expect(() => tellApart(table('a.csv', a), table('b.csv', b))).toThrow(
      /a\.csv and b\.csv: which holds the edges cannot be told/,
    );
  });
});
