import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../from-plain';
import type { Graph } from '../graph';
import { hopsFrom } from '../hops';
import { disjointUnion } from '../union';
import { MOST_PAIRS } from './fully-adjacent';
import { wiringOf } from './wiring';

const path = graphFromPlain({
  nodes: ['a', 'b', 'c', 'd'].map((id, v) => ({ id, class: v % 2 })),
  edges: [
    { source: 0, target: 1, weight: 2, relation: 'knows' },
    { source: 1, target: 2, weight: 3, relation: 'likes' },
    { source: 2, target: 3, weight: 1, relation: 'knows' },
  ],
  edgeFeatures: [[1], [2], [3]],
});
const pairs = ({ source, target }: Graph) => [...source].map((u, e) => [u, target[e]]);

describe('wiring', () => {
  it('is the graph itself where the recipe changes nothing', () => {
    expect(wiringOf(path, {})).toEqual({ graph: path, last: null });
    expect(wiringOf(path, {}).graph).toBe(path);
  });

  it('has one node more, joined to all, with edges of a relation of their own', () => {
    const { graph, last } = wiringOf(path, { virtualNode: true });
    expect(last).toBeNull();
    expect(graph.ids).toEqual(['a', 'b', 'c', 'd', 'virtual node']);
    expect(pairs(graph).slice(3)).toEqual([
      [0, 4],
      [1, 4],
      [2, 4],
      [3, 4],
    ]);
    expect([...(graph.weight ?? [])]).toEqual([2, 3, 1, 1, 1, 1, 1]);
    expect(graph.relations).toEqual(['knows', 'likes', 'added']);
    expect([...(graph.relation ?? [])]).toEqual([0, 1, 0, 2, 2, 2, 2]);
    expect([...(graph.edgeFeatures?.data ?? [])]).toEqual([1, 2, 3, 0, 0, 0, 0]);
    expect([...(graph.labels ?? [])]).toEqual([0, 1, 0, 1, -1]);
    expect(Math.max(...hopsFrom(graph, 0))).toBe(2);
  });

  it('joins a directed graph to its virtual node both ways, and gives that a name that is free', () => {
    const graph = graphFromPlain({ directed: true, nodes: [{ id: 'virtual node' }, { id: 'b' }], edges: [[0, 1]] });
    const along = wiringOf(graph, { virtualNode: true }).graph;
    expect(along.ids[2]).toBe('virtual node′');
    expect(pairs(along)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
      [2, 0],
      [2, 1],
    ]);
  });

  it('has every two nodes of a graph adjacent in the last layer, each pair once', () => {
    const { graph, last } = wiringOf(path, { fullyAdjacentLast: true });
    expect(pairs(graph)).toEqual(pairs(path));
    // One model has the same relations in every layer.
    expect(graph.relations).toEqual(['knows', 'likes', 'added']);
    expect(last && pairs(last)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
    expect(last?.weight).toBeNull();
    expect(new Set(last?.relation)).toEqual(new Set([2]));
  });

  it('keeps the graphs of a union apart', () => {
    const union = disjointUnion([path, path]);
    const { graph, last } = wiringOf(union, { virtualNode: true, fullyAdjacentLast: true });
    expect(graph.ids.slice(8)).toEqual(['0/virtual node', '1/virtual node']);
    for (const along of [graph, last as Graph]) {
      expect(along.nodeCount).toBe(10);
      for (const [u, v] of pairs(along)) expect(along.graphId?.[u]).toBe(along.graphId?.[v]);
    }
    // Five nodes each, the virtual one among them.
    expect(last?.edgeCount).toBe(2 * 10);
  });

  it('refuses more pairs than there is room for, and says what would fit', () => {
    const large = graphFromPlain({ nodes: 3000, edges: [] });
    expect(() => wiringOf(large, { fullyAdjacentLast: true })).toThrow(
      'would carry 8,997,000 messages, between every two of the 3,000 nodes, and the limit is 8,388,608. Take a graph of at most 2,896 nodes, or a virtual node instead.',
    );
    expect(2896 * 2895).toBeLessThanOrEqual(MOST_PAIRS);
    expect(2897 * 2896).toBeGreaterThan(MOST_PAIRS);
    const many = disjointUnion(Array.from({ length: 6 }, () => graphFromPlain({ nodes: 1400, edges: [] })));
    expect(() => wiringOf(many, { fullyAdjacentLast: true })).toThrow(
      /of the 6 graphs.* Take at most 4 graphs of this size/,
    );
  });
});
