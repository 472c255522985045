import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryGraph } from './arbitrary';
import { graphFromPlain } from './from-plain';
import type { Graph } from './graph';
import { heardWithin, hopsFrom } from './hops';
import { reach } from './reach';

/** (N, N) by powers of a dense matrix: from how many hops away node v (row) hears node u (column). */
function denseHops(graph: Graph): number[][] {
  const n = graph.nodeCount;
  const hears = Array.from({ length: n }, () => new Array<boolean>(n).fill(false));
  for (let e = 0; e < graph.edgeCount; e++) {
    hears[graph.target[e]][graph.source[e]] = true;
    if (!graph.directed) hears[graph.source[e]][graph.target[e]] = true;
  }
  const hops: number[][] = hears.map((row, v) => row.map((_, u) => (u === v ? 0 : -1)));
  for (let k = 1; k <= n; k++) {
    const before = hops.map((row) => row.map((hop) => hop >= 0));
    for (let v = 0; v < n; v++) {
      for (let u = 0; u < n; u++) {
        if (!before[v][u] && hears[v].some((heard, w) => heard && before[w][u])) hops[v][u] = k;
      }
    }
  }
  return hops;
}

const path = (nodes: number, directed = false) =>
  graphFromPlain({
    nodes,
    directed,
    edges: Array.from({ length: nodes - 1 }, (_, v): [number, number] => [v, v + 1]),
  });

describe('hopsFrom', () => {
  it('agrees with a dense search on every graph', () => {
    fc.assert(
      fc.property(arbitraryGraph(), (graph) => {
        const expected = denseHops(graph);
        for (let v = 0; v < graph.nodeCount; v++) expect([...hopsFrom(graph, v)]).toEqual(expected[v]);
      }),
    );
  });

  it('walks against the messages: the end of a directed path hears its start, not the other way', () => {
    expect([...hopsFrom(path(3, true), 2)]).toEqual([2, 1, 0]);
    expect([...hopsFrom(path(3, true), 0)]).toEqual([0, -1, -1]);
  });

  it('says which index is out of range', () => {
    expect(() => hopsFrom(path(3), 3)).toThrow('node index 3 is out of range 0…2');
  });
});

describe('heardWithin', () => {
  it('is whom any of the nodes hears within so many hops, on every graph', () => {
    fc.assert(
      fc.property(arbitraryGraph(), fc.nat(3), fc.nat(), fc.nat(), (graph, hops, a, b) => {
        if (graph.nodeCount === 0) return;
        const nodes = [a % graph.nodeCount, b % graph.nodeCount];
        const distance = denseHops(graph);
        const near = (node: number, u: number) => distance[node][u] >= 0 && distance[node][u] <= hops;
        const expected = graph.ids.map((_, u) => u).filter((u) => nodes.some((node) => near(node, u)));
        expect([...heardWithin(graph, nodes, hops)]).toEqual(expected);
      }),
    );
  });
});

describe('reach', () => {
  it('is the mean share of hops within k, on every graph', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 40, maxEdges: 60 }), (graph) => {
        const hops = denseHops(graph).flat();
        const { share, sampled, standardError } = reach(graph, 6);
        expect(sampled).toBeNull();
        expect(standardError).toBeNull();
        for (let k = 0; k <= 6; k++) {
          const pairs = hops.filter((hop) => hop >= 0 && hop <= k).length;
          expect(share[k]).toBeCloseTo(pairs / graph.nodeCount ** 2, 12);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('spans several passes of listeners', () => {
    const nodes = 101;
    const { share } = reach(path(nodes), 1);
    expect(share[0]).toBeCloseTo(1 / nodes, 12);
    expect(share[1]).toBeCloseTo((3 * nodes - 2) / nodes ** 2, 12);
  });

  it('samples large graphs, repeatably, within a few of its own standard errors', () => {
    const graph = path(1000);
    const exact = reach(graph, 200);
    const sample = reach(graph, 200, { sampleAbove: 500, sampleSize: 200, seed: 3 });
    expect(sample.sampled).toBe(200);
    expect(sample).toEqual(reach(graph, 200, { sampleAbove: 500, sampleSize: 200, seed: 3 }));
    const error = sample.standardError?.[200] ?? Number.NaN;
    expect(error).toBeGreaterThan(0);
    expect(Math.abs(sample.share[200] - exact.share[200])).toBeLessThan(4 * error);
    expect(sample.standardError?.[0]).toBeCloseTo(0, 9);
  });
});
