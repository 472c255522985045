import { expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { orderedNodes } from './node-order';

const graph = graphFromPlain({
  nodes: ['n10', 'n9', 'b', 'a'].map((id) => ({ id })),
  edges: [
    ['n9', 'a'],
    ['n9', 'b'],
  ],
  labels: [1, null, 0, 1],
  classes: ['Red', 'Blue'],
});

it('orders nodes by name, class and degree', () => {
  const ids = (by: Parameters<typeof orderedNodes>[1]) => orderedNodes(graph, by).map((node) => graph.ids[node]);
  expect(ids('name')).toEqual(['a', 'b', 'n9', 'n10']);
  expect(ids('class')).toEqual(['b', 'n10', 'a', 'n9']);
  expect(ids('degree')).toEqual(['n9', 'b', 'a', 'n10']);
});
