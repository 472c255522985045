import { describe, expect, it } from 'vitest';
import { adjacencyOf } from '../adjacency';
import { graphFromPlain } from '../from-plain';
import { barbell } from '../generators/barbell';
import { karateClub } from '../generators/karate';
import type { Graph } from '../graph';
import { hopsFrom } from '../hops';
import { disjointUnion } from '../union';
import { balancedForman } from './curvature';
import { withFlippedEdges } from './flip';
import { withSpectralEdges } from './fosr';
import { neighbourSets } from './neighbour-sets';
import { withCurvedEdges } from './sdrf';
import { spectralGap } from './spectral-gap';

const pairs = ({ source, target }: Graph) =>
  Array.from(source, (u, e) => [Math.min(u, target[e]), Math.max(u, target[e])]);
const cycle = (n: number) =>
  graphFromPlain({ nodes: n, edges: Array.from({ length: n }, (_, v): [number, number] => [v, (v + 1) % n]) });
const withoutLabels = (graph: Graph): Graph => ({ ...graph, labels: null, classes: [], features: null });
const directed = graphFromPlain({
  directed: true,
  nodes: 3,
  edges: [
    [0, 1],
    [1, 2],
  ],
});

describe('spectral gap', () => {
  it('is what is known by hand', () => {
    // A cycle's eigenvalues are cos 2πk/n; a complete graph's −1/(n−1); a star's 0.
    expect(spectralGap(cycle(12))).toBeCloseTo(1 - Math.cos(Math.PI / 6), 8);
    const six = [0, 1, 2, 3, 4, 5];
    const complete = six.flatMap((v) => six.slice(0, v).map((u): [number, number] => [u, v]));
    expect(spectralGap(graphFromPlain({ nodes: 6, edges: complete }))).toBeCloseTo(1.2, 8);
    expect(
      spectralGap(
        graphFromPlain({
          nodes: 5,
          edges: [
            [0, 1],
            [0, 2],
            [0, 3],
            [0, 4],
          ],
        }),
      ),
    ).toBeCloseTo(1, 8);
    expect(spectralGap(disjointUnion([cycle(5), cycle(5)]))).toBeCloseTo(0, 8);
  });
});

describe('FoSR', () => {
  it('joins the far sides of a path first, and raises the gap with every edge', () => {
    const path = graphFromPlain({ nodes: 8, edges: [0, 1, 2, 3, 4, 5, 6].map((v): [number, number] => [v, v + 1]) });
    // x is √d cos πv/7: over √(1 + d) that is 0.71 at the ends, and 0.74 next to them.
    expect(pairs(withSpectralEdges(path, 1 / 7)).slice(7)).toEqual([[1, 6]]);
    const gaps = [0, 0.1, 0.2, 0.4].map((share) => spectralGap(withSpectralEdges(barbell({ bell: 6, bar: 2 }), share)));
    for (const [i, gap] of gaps.slice(1).entries()) expect(gap).toBeGreaterThan(gaps[i]);
  });

  it('adds as many as asked, none of them there before, and as few as there is room for', () => {
    const karate = karateClub();
    const more = withSpectralEdges(karate, 0.5);
    expect(more.edgeCount).toBe(78 + 39);
    expect(new Set(pairs(more).map(String)).size).toBe(78 + 39);
    expect(
      pairs(
        withSpectralEdges(
          graphFromPlain({
            nodes: 3,
            edges: [
              [0, 1],
              [1, 2],
            ],
          }),
          2,
        ),
      ).length,
    ).toBeLessThanOrEqual(3);
  });

  it('refuses what would take too long, a union, whose graphs it would join, and a directed graph', () => {
    expect(() => withSpectralEdges(cycle(6000), 0.5)).toThrow(
      'FoSR on 6,000 nodes and 6,000 edges would take too long. Take a share of at most 0.11, a part of the graph, or random flips (flip).',
    );
    expect(() => withSpectralEdges(disjointUnion([cycle(4), cycle(4)]), 0.5)).toThrow(
      /would join the graphs of a union/,
    );
    expect(() => withSpectralEdges(directed, 1)).toThrow(
      'FoSR is for undirected graphs, and this one is directed. Take diffusion (gdc).',
    );
  });
});

describe('flips', () => {
  it.each([1, 2, 3])('keep every degree, the number of edges and the components, from seed %i', (seed) => {
    const graph = disjointUnion([withoutLabels(karateClub()), cycle(9)]);
    const flipped = withFlippedEdges(graph, 1, seed);
    const degrees = (on: Graph) =>
      Array.from(adjacencyOf(on).pointer.slice(1), (end, v) => end - adjacencyOf(on).pointer[v]);
    expect(degrees(flipped)).toEqual(degrees(graph));
    expect(new Set(pairs(flipped).map(String)).size).toBe(graph.edgeCount);
    for (const start of [0, 34]) {
      expect(hopsFrom(flipped, start).map((hop) => Number(hop >= 0))).toEqual(
        hopsFrom(graph, start).map((hop) => Number(hop >= 0)),
      );
    }
    expect(pairs(flipped)).not.toEqual(pairs(graph));
    expect(withFlippedEdges(graph, 1, seed).target).toEqual(flipped.target);
    expect(withFlippedEdges(graph, 1, seed + 1).target).not.toEqual(flipped.target);
  });

  it('move edges with what belongs to them, and leave alone what cannot move', () => {
    const path = graphFromPlain({
      nodes: 4,
      edges: [
        [0, 1, 5],
        [1, 2, 6],
        [2, 3, 7],
      ],
    });
    // The one path of three edges: its outer edges change ends.
    const flipped = withFlippedEdges(path, 1 / 3, 1);
    expect(pairs(flipped)).toEqual([
      [0, 2],
      [1, 2],
      [1, 3],
    ]);
    expect(flipped.weight).toEqual(path.weight);
    expect(pairs(withFlippedEdges(cycle(3), 1, 1))).toEqual(pairs(cycle(3)));
    expect(() => withFlippedEdges(directed, 1, 1)).toThrow(/is for undirected graphs/);
  });
});

describe('curvature', () => {
  const of = (graph: Graph, i: number, j: number) => balancedForman(neighbourSets(graph), i, j);

  it('is what is known by hand', () => {
    // Of the paper's table 1: a cycle of 3 has 3/2, of 4 1, of more 0; a complete graph of n has n/(n−1); a tree 2/d_i + 2/d_j − 2.
    expect([3, 4, 5, 8].map((n) => of(cycle(n), 0, 1))).toEqual([1.5, 1, 0, 0]);
    const four = graphFromPlain({
      nodes: 4,
      edges: [
        [0, 1],
        [0, 2],
        [0, 3],
        [1, 2],
        [1, 3],
        [2, 3],
      ],
    });
    expect(of(four, 0, 1)).toBeCloseTo(4 / 3, 12);
    const tree = graphFromPlain({
      nodes: 6,
      edges: [
        [0, 1],
        [0, 2],
        [0, 3],
        [1, 4],
        [1, 5],
      ],
    });
    expect(of(tree, 0, 1)).toBeCloseTo(2 / 3 + 2 / 3 - 2, 12);
    expect(of(tree, 1, 4)).toBe(0);
    // Two triangles joined by an edge: a bottleneck.
    expect(of(barbell({ bell: 3, bar: 0 }), 2, 3)).toBeLessThan(0);
  });
});

describe('SDRF', () => {
  it('joins the two bells across the bar, and raises the least curvature', () => {
    const graph = barbell({ bell: 5, bar: 0 });
    const least = (on: Graph) => Math.min(...pairs(on).map(([i, j]) => balancedForman(neighbourSets(on), i, j)));
    const more = withCurvedEdges(graph, 0.3);
    expect(more.edgeCount).toBeGreaterThan(graph.edgeCount);
    expect(least(more)).toBeGreaterThan(least(graph));
    for (const [u, v] of pairs(more).slice(graph.edgeCount)) expect(u < 5 && v >= 5).toBe(true);
  });

  it('keeps curvature up to date where it changes, and nowhere else', () => {
    // One edge at a time is the same as all at once.
    let graph = karateClub();
    const all = withCurvedEdges(graph, 8 / graph.edgeCount);
    for (let i = 0; i < 8; i++) graph = withCurvedEdges(graph, 1 / graph.edgeCount);
    expect(pairs(all)).toEqual(pairs(graph));
  });

  it('refuses what would take too long, and a directed graph', () => {
    const star = graphFromPlain({
      nodes: 3000,
      edges: Array.from({ length: 2999 }, (_, v): [number, number] => [0, v + 1]),
    });
    expect(() => withCurvedEdges(star, 0.1)).toThrow(
      /^SDRF on 3,000 nodes and 2,999 edges.* would take too long\. Take a smaller share/,
    );
    expect(() => withCurvedEdges(directed, 1)).toThrow(/is for undirected graphs/);
  });
});
