import { expect, it } from 'vitest';
import type { PlainGraph } from '../graph/plain';
import { inPlanetoidOrder } from './planetoid';

/** As many nodes as the split needs, in the opposite order; classes turned by one. */
const COUNT = 1640;
const last = COUNT - 1;
const order = { nodes: Array.from({ length: COUNT }, (_, i) => last - i), classes: [1, 2, 0] };
const plain: PlainGraph = {
  directed: false,
  nodes: Array.from({ length: COUNT }, (_, i) => ({ id: `n${i}` })),
  edges: [
    [0, 1],
    [last, 5],
    [last, last - 1],
  ],
  features: { columns: 4, indices: Array.from({ length: COUNT }, (_, i) => (i === last ? [3, 0] : [i % 4])) },
  labels: Array.from({ length: COUNT }, (_, i) => i % 3),
  classes: ['a', 'b', 'c'],
};

it('puts nodes, edges, words, classes and the public split in the order of the literature', () => {
  const graph = inPlanetoidOrder(plain, order);
  expect((graph.nodes as { id: string }[]).slice(0, 2)).toEqual([{ id: `n${last}` }, { id: `n${last - 1}` }]);
  expect(graph.edges).toEqual([
    [0, 1],
    [0, last - 5],
    [last - 1, last],
  ]);
  expect(graph.features).toMatchObject({ columns: 4 });
  expect((graph.features as { indices: number[][] }).indices.slice(0, 2)).toEqual([[0, 3], [(last - 1) % 4]]);
  expect(graph.classes).toEqual(['b', 'c', 'a']);
  const named = (from: PlainGraph, i: number) => from.classes?.[from.labels?.[i] ?? -1];
  for (const i of [0, 1, 2, last]) expect(named(graph, i)).toBe(named(plain, last - i));
  expect(graph.split?.train).toEqual(Array.from({ length: 140 }, (_, i) => i));
  expect([graph.split?.validation[0], graph.split?.validation.length]).toEqual([140, 500]);
  expect([graph.split?.test[0], graph.split?.test.length]).toEqual([640, 1000]);
});

it('keeps nodes that are only counted, and classes without names', () => {
  const { classes: _, ...nameless } = plain;
  expect(inPlanetoidOrder({ ...nameless, nodes: COUNT }, order)).toMatchObject({ nodes: COUNT, classes: undefined });
});
