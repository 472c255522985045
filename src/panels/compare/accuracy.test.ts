import { expect, test } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import type { Graph } from '../../graph/graph';
import { accuracyOf } from './accuracy';

const graph = graphFromPlain({ nodes: 4, edges: [[0, 1]], labels: [0, 1, 1, null], classes: ['a', 'b'] });
const predicted = (label: number[]) => ({ label: Int32Array.from(label), confidence: new Float32Array(label.length) });

test('is over the nodes whose class is known, or over those kept for testing', () => {
  expect(accuracyOf(graph, predicted([0, 1, 0, 0]))).toEqual({ share: 2 / 3, of: 'labelled nodes' });
  const of = (...nodes: number[]) => Int32Array.from(nodes);
  const split: Graph = { ...graph, split: { train: of(0), validation: of(), test: of(1, 2) } };
  expect(accuracyOf(split, predicted([1, 1, 0, 0]))).toEqual({ share: 1 / 2, of: 'test nodes' });
});

test('is nothing without predictions or classes, or of another graph', () => {
  expect(accuracyOf(graph, null)).toBeNull();
  expect(accuracyOf({ ...graph, labels: null }, predicted([0, 1, 0, 0]))).toBeNull();
  expect(accuracyOf(graph, predicted([0, 1]))).toBeNull();
});
