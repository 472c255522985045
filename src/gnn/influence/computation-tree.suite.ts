import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { largestDifference, tolerance } from '../testing/patterns';
import { computationTree } from './computation-tree';
import { influenceOn } from './influence';
import { goOn, traceOf } from './testing/trace';
import type { TreeLevel } from './tree-level';

/** A triangle with a tail, a loop and a duplicate. */
const graph = graphFromPlain({
  nodes: 6,
  edges: [
    [0, 1],
    [1, 2],
    [2, 0],
    [2, 3],
    [3, 3],
    [3, 4],
    [3, 4],
  ],
  features: { columns: 4, indices: [[0], [1, 2], [3], [0, 3], [], [2]] },
});
const ALL = 1000;

/** Σ of the walks' influence over everybody at the last level, (N). */
function byNode(levels: TreeLevel[]): Float64Array {
  const sums = new Float64Array(graph.nodeCount);
  for (const { node, influence } of levels[levels.length - 1].shown) sums[node] += influence;
  return sums;
}

export function describeTree(backend: string, open: () => Promise<void>): void {
  describe(`computation tree on ${backend}`, () => {
    beforeAll(open);

    it.each([
      { conv: 'gcn', weights: { kind: 'identity' } },
      { conv: 'appnp', encoder: 'linear', options: { alpha: 0 } },
      { conv: 'sgc', input: { kind: 'given' } },
      { conv: 'lightgcn', weights: { kind: 'identity' } },
    ])('its walks add up to the influence where they are all multiples of one matrix: %o', async (recipe) => {
      const before = memory().numTensors;
      const trace = await traceOf(graph, { hops: 3, width: 3, ...recipe });
      const levels = await computationTree(trace, 2, 3, ALL, goOn);
      expect(levels.map(({ hop }) => hop)).toEqual([3, 2, 1, 0]);
      const influence = await influenceOn(trace, 2, 3, goOn);
      expect(largestDifference(byNode(levels), influence)).toBeLessThan(tolerance(influence, 1e-4));
      expect(memory().numTensors).toBe(before);
    });

    it('has one walk to each node of a directed tree, and it is all of the influence', async () => {
      const tree = graphFromPlain({
        nodes: 7,
        directed: true,
        edges: [
          [1, 0],
          [2, 0],
          [3, 1],
          [4, 1],
          [5, 2],
          [6, 5],
        ],
      });
      const recipe = { conv: 'sage', hops: 3, width: 5, activation: 'tanh', options: { root: false } };
      const trace = await traceOf(tree, recipe);
      for (const hop of [1, 2, 3]) {
        const levels = await computationTree(trace, 0, hop, ALL, goOn);
        const influence = await influenceOn(trace, 0, hop, goOn);
        const found = new Float64Array(7);
        for (const { node, influence: own } of levels[hop].shown) found[node] += own;
        expect(largestDifference(found, influence)).toBeLessThan(tolerance(influence, 1e-4));
      }
    });

    it.each(['none', 'pair'])('of one hop is the influence itself, norm %s', async (norm) => {
      const recipe = { conv: 'gcn', hops: 2, width: 5, activation: 'tanh', norm, input: { kind: 'given' } };
      const trace = await traceOf(graph, recipe);
      const levels = await computationTree(trace, 3, 1, ALL, goOn);
      const influence = await influenceOn(trace, 3, 1, goOn);
      expect(largestDifference(byNode(levels), influence)).toBeLessThan(tolerance(influence, 1e-4));
      const unlinked = levels[1].shown.filter((one) => one.unlinked).map(({ node }) => node);
      expect(unlinked.sort()).toEqual(norm === 'pair' ? [0, 1, 5] : []);
    });
  });
}
