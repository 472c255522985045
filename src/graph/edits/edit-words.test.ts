import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../from-plain';
import type { Edit } from './edit';
import { editWords } from './edit-words';

describe('an edit in words', () => {
  const names = ['Ada', 'Bo', 'Cy'].map((label, i) => ({ id: `p${i}`, label }));
  const graph = graphFromPlain({
    nodes: names,
    edges: [['p0', 'p1']],
    features: [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    featureNames: ['age', 'size'],
  });
  it.each<[Edit, string]>([
    [{ do: 'remove-edge', from: 'p0', to: 'p1' }, 'without the edge Ada–Bo'],
    [{ do: 'add-edge', from: 'p0', to: 'new 1' }, 'with an edge Ada–new 1'],
    [{ do: 'rewire', from: 'p0', to: 'p1', end: 'to', onto: 'p2' }, 'with the edge Ada–Bo as Ada–Cy'],
    [{ do: 'rewire', from: 'p0', to: 'p1', end: 'from', onto: 'p2' }, 'with the edge Ada–Bo as Cy–Bo'],
    [{ do: 'add-node', node: 'new 1', to: ['p0'] }, 'with a new node “new 1” beside Ada'],
    [{ do: 'remove-node', node: 'p2' }, 'without node Cy'],
    [{ do: 'set-feature', node: 'p2', column: 1, value: -0.5 }, 'with “size” of node Cy at −0.5'],
  ])('%j', (edit, words) => expect(editWords(edit, graph)).toBe(words));
  it('has arrows where edges have a direction', () => {
    expect(editWords({ do: 'add-edge', from: 'p1', to: 'p0' }, { ...graph, directed: true })).toBe(
      'with an edge Bo→Ada',
    );
  });
});
