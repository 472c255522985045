import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { searchNodes } from './search';

const graph = graphFromPlain({
  nodes: [
    { id: 'p1', label: 'Kevin Bacon' },
    { id: 'p2', label: 'Francis Bacon' },
    { id: 'bacon', label: 'Breakfast' },
    { id: 'p4', label: 'Kevin' },
    { id: 'p5' },
  ],
  edges: [],
});
const found = (text: string, most = 10) => searchNodes(graph, text, most).nodes;

describe('searchNodes', () => {
  it('finds names and ids, whatever the case', () => {
    expect(found('BACON')).toEqual([2, 0, 1]);
    expect(found('p5')).toEqual([4]);
  });
  it('puts the exact one first, then what begins with it', () => expect(found('kevin')).toEqual([3, 0]));
  it('says how many there are beyond what it lists', () => {
    expect(searchNodes(graph, 'p', 2)).toEqual({ nodes: [0, 1], total: 4 });
  });
  it('finds nothing for nothing', () => {
    expect(found('  ')).toEqual([]);
    expect(found('zz')).toEqual([]);
  });
});
