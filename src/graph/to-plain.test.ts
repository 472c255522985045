import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryGraph } from './arbitrary';
import { graphFromPlain } from './from-plain';
import { plainFromGraph } from './to-plain';
import { disjointUnion } from './union';

it('comes back as the same graph, through JSON too', () => {
  fc.assert(
    fc.property(arbitraryGraph(), (graph) => {
      const plain = plainFromGraph(graph);
      expect(graphFromPlain(plain)).toEqual(graph);
      expect(graphFromPlain(JSON.parse(JSON.stringify(plain)))).toEqual(graph);
    }),
  );
});

it('keeps a union, a split, and relations in the order given', () => {
  const one = graphFromPlain({
    nodes: 2,
    edges: [[0, 1, 2, 'b']],
    relations: ['b', 'a', 'never used'],
    split: { train: [0], validation: [1], test: [] },
    features: { columns: 4, indices: [[3], [0, 1]], values: [[2], [1, 1]] },
    featureNames: ['w', 'x', 'y', 'z'],
    edgeFeatures: [[0.5]],
  });
  const union = disjointUnion([one, one]);
  expect(graphFromPlain(plainFromGraph(union))).toEqual(union);
});

it('does not turn a mere attribute called class into labels', () => {
  const graph = graphFromPlain({ nodes: [{ id: 'a', class: 'x' }], edges: [], labels: [null] });
  expect(graph.labels).toBeNull();
  expect(graphFromPlain(plainFromGraph(graph))).toEqual(graph);
});
