import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../from-plain';
import { refusal } from './refusal';

const triangle = { nodes: 3, edges: [[0, 1]] };

describe('graphFromPlain, labels, split and graph ids', () => {
  it('names numbered classes where names are given', () => {
    const graph = graphFromPlain({ ...triangle, edges: [], labels: [1, null, 0], classes: ['no', 'yes', 'perhaps'] });
    expect(graph.classes).toEqual(['no', 'yes', 'perhaps']);
    expect([...(graph.labels ?? [])]).toEqual([1, -1, 0]);
  });

  it('holds a graph without any label to be unlabelled', () => {
    expect(graphFromPlain({ nodes: 2, edges: [], labels: [null, null] }).labels).toBeNull();
  });

  it('keeps a split and a disjoint union', () => {
    const graph = graphFromPlain({
      nodes: 3,
      edges: [[1, 2]],
      split: { train: [2], validation: [], test: [0] },
      graphIds: [0, 1, 1],
    });
    expect(graph.split?.train).toEqual(Int32Array.of(2));
    expect(graph).toMatchObject({ graphCount: 2, graphId: Int32Array.of(0, 1, 1) });
  });

  it.each([
    [{ labels: [0, 1] }, 'labels has 2 entries for 3 nodes; give one a node'],
    [{ labels: [0, -1, 0] }, 'labels, node 1: -1 is no class'],
    [{ labels: [0, 0.5, 0] }, 'labels, node 1: 0.5 is no class'],
    [{ labels: [0, 'a', 0] }, 'labels, node 1: "a" is no class'],
    [{ labels: [0, 1e9, 0] }, 'there would be 1,000,000,001 kinds of class'],
    [{ labels: [0, 2, 0], classes: ['a', 'b'] }, 'labels, node 1: 2 is no class; use a whole number from 0 to 1'],
    [{ split: { train: [0], validation: [3], test: [] } }, 'split.validation: 3 is not a node index from 0 to 2'],
    [{ split: { train: [0], validation: [], test: [0] } }, 'split.test: node 0 is already in split.train'],
    [{ split: { train: [0] } }, 'split.validation is undefined'],
    [{ graphIds: [0, 0] }, 'graphIds has 2 entries for 3 nodes'],
    [{ graphIds: [0, 0, 2] }, 'graphIds: no node belongs to graph 1'],
    [{ graphIds: [0, 1, 1] }, 'edge 0 joins graph 0 and graph 1'],
  ])('refuses %j', (part, message) => {
    expect(refusal({ ...triangle, ...part })).toContain(message);
  });
});
