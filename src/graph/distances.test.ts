import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryGraph } from './arbitrary';
import { distanceFigures } from './distance-figures';
import { distancesOf } from './distances';
import { graphFromPlain } from './from-plain';
import { barabasiAlbert } from './generators/barabasi-albert';
import type { Graph } from './graph';
import { hopsFrom } from './hops';

const path = (nodes: number, directed = false) =>
  graphFromPlain({
    nodes,
    directed,
    edges: Array.from({ length: nodes - 1 }, (_, v): [number, number] => [v, v + 1]),
  });
const complete = (nodes: number) => {
  const edges: [number, number][] = [];
  for (let u = 0; u < nodes; u++) for (let v = 0; v < u; v++) edges.push([v, u]);
  return graphFromPlain({ nodes, edges });
};
const figuresOf = async (graph: Graph, options = {}) => distanceFigures(await distancesOf(graph, options));

describe('distances', () => {
  it('are those of a search from every node, on every graph', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph({ maxNodes: 40, maxEdges: 60 }), async (graph) => {
        const { heard, longest, asked } = await distancesOf(graph);
        expect(asked).toBe(graph.nodeCount);
        const all = graph.ids.map((_, v) => hopsFrom(graph, v));
        expect(longest).toBe(Math.max(0, ...all.flatMap((hops) => [...hops])));
        heard.forEach((counts, d) => {
          expect([...counts]).toEqual(all.map((hops) => hops.filter((each) => each === d).length));
        });
      }),
      { numRuns: 50 },
    );
  });

  it('of a sample bound the longest from below, and find it on a tree', async () => {
    const sample = { sampleAbove: 100, sampleSize: 40, seed: 3 };
    expect(await distancesOf(path(1000), sample)).toMatchObject({ asked: 40, longest: 999 });
    const directed = await distancesOf(path(1000, true), sample);
    expect(directed.longest).toBeLessThanOrEqual(999);
    expect(directed.heard[0].every((count) => count === 1)).toBe(true);
  });

  it('let others in between', async () => {
    let pauses = 0;
    await distancesOf(path(100), { pause: async () => void pauses++ });
    expect(pauses).toBe(4);
  });
});

describe('distance figures', () => {
  it('of a path of five, by hand', async () => {
    // 20 ordered pairs: 8 at one hop, 6 at two, 4 at three, 2 at four; 90 % are 18, all within three.
    const figures = await figuresOf(path(5));
    expect(figures.sampled).toBeNull();
    expect(figures.mean?.value).toBeCloseTo(2, 12);
    expect(figures.effective?.value).toBeCloseTo(3, 12);
    expect(figures.diameter).toEqual({ value: 4, exact: true });
    expect(figures.connected).toEqual({ value: 1, error: null });
    expect(figures.share.map(({ value }) => Math.round(25 * value))).toEqual([5, 13, 19, 23, 25]);
  });

  it('interpolate the effective diameter between whole hops', async () => {
    // Six pairs: four at one hop, two at two; 90 % of six are 5.4, 0.7 of the way from 4 to 6.
    expect((await figuresOf(path(3))).effective?.value).toBeCloseTo(1.7, 12);
    expect((await figuresOf(complete(6))).effective?.value).toBeCloseTo(0.9, 12);
  });

  it('leave out pairs that never hear each other', async () => {
    const figures = await figuresOf(path(3, true));
    expect(figures.connected?.value).toBeCloseTo(1 / 2, 12);
    expect(figures.mean?.value).toBeCloseTo(4 / 3, 12);
    expect(figures.share.at(-1)?.value).toBeCloseTo(6 / 9, 12);
    const alone = await figuresOf(graphFromPlain({ nodes: 1, edges: [] }));
    expect(alone).toMatchObject({ connected: null, mean: null, effective: null, diameter: { value: 0, exact: true } });
    const apart = await figuresOf(graphFromPlain({ nodes: 3, edges: [] }));
    expect(apart).toMatchObject({ connected: { value: 0 }, mean: null, effective: null });
  });

  it('of a sample are within a few of their standard errors of the exact ones, repeatably', async () => {
    const graph = barabasiAlbert({ nodes: 1500, edgesPerNode: 2, seed: 4 });
    const [exact, sample] = [
      await figuresOf(graph),
      await figuresOf(graph, { sampleAbove: 500, sampleSize: 200, seed: 3 }),
    ];
    expect(sample).toEqual(await figuresOf(graph, { sampleAbove: 500, sampleSize: 200, seed: 3 }));
    expect(sample.sampled).toBe(200);
    const pairs = [
      [sample.mean, exact.mean],
      [sample.effective, exact.effective],
      [sample.share[3], exact.share[3]],
    ];
    for (const [estimate, truth] of pairs) {
      const error = estimate?.error ?? Number.NaN;
      expect(error).toBeGreaterThan(0);
      expect(Math.abs((estimate?.value ?? 0) - (truth?.value ?? 0))).toBeLessThan(4 * error);
    }
    expect(sample.diameter.exact).toBe(false);
    expect(sample.diameter.value).toBeLessThanOrEqual(exact.diameter.value);
  });

  it('have the error of a mean that statistics knows: s / √n, less what a sample of a finite whole saves', async () => {
    const graph = barabasiAlbert({ nodes: 900, edgesPerNode: 2, seed: 1 });
    const distances = await distancesOf(graph, { sampleAbove: 500, sampleSize: 100, seed: 2 });
    const shares = Array.from({ length: 100 }, (_, i) => (1 + distances.heard[1][i] + distances.heard[2][i]) / 900);
    const mean = shares.reduce((sum, share) => sum + share, 0) / 100;
    const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / 99;
    const { value, error } = distanceFigures(distances).share[2];
    expect(value).toBeCloseTo(mean, 12);
    expect(error).toBeCloseTo(Math.sqrt((variance / 100) * (1 - 100 / 900)), 12);
  });
});
