import { expect, it } from 'vitest';
import { graphFromPlain } from './from-plain';
import { indexOfNode } from './node-index';

it('finds nodes by id, and nothing that merely looks like one', () => {
  const graph = graphFromPlain({ nodes: [{ id: 'b' }, { id: '0' }, { id: '__proto__' }], edges: [] });
  expect(graph.ids.map((id) => indexOfNode(graph, id))).toEqual([0, 1, 2]);
  expect(indexOfNode(graph, 'constructor')).toBeUndefined();
});
