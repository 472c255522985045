import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import type { FeatureMatrix, Graph } from '../../graph/graph';
import { factsOf } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';
import { validateRecipe } from '../../recipe/validate';
import { largestDifference, tolerance } from '../testing/patterns';
import { referenceHops } from '../testing/stack';
import { toDense } from './dense';
import { runRecipe } from './run';

/** Self-loop, duplicate, isolated node, weights, sparse features with an empty row, classes: all in twelve nodes. */
const awkward = graphFromPlain({
  nodes: 12,
  edges: [
    [0, 1, 1],
    [1, 2, 2],
    [2, 0, 0.5],
    [3, 4, 1],
    [4, 4, 3],
    [5, 6, 1],
    [5, 6, 1],
    [6, 7, 4],
    [7, 8, 1],
    [8, 9, 1],
    [9, 3, 1],
    [2, 10, 2],
  ],
  features: { columns: 5, indices: [[0], [1, 2], [3], [4, 0], [1], [], [2], [3, 4], [0, 1], [2], [4], [0]] },
  labels: [0, 0, 0, 1, 1, 1, 2, 2, 2, null, null, 0],
});

const RECIPES: Record<string, unknown> = {
  'sixteen GCN layers': { conv: 'gcn', hops: 16, activation: 'tanh' },
  'sixteen GraphSAGE layers with skips': { conv: 'sage', hops: 16, activation: 'elu', norm: 'layer', residual: 'skip' },
  'GCN from sparse rows': { conv: 'gcn', hops: 2, width: 7, input: { kind: 'given' } },
  'GraphSAGE from sparse rows, without root': {
    conv: 'sage',
    hops: 2,
    width: 5,
    options: { root: false },
    input: { kind: 'given', normalise: 'row' },
  },
  'an encoder and a residual to hop 0': {
    hops: 4,
    width: 6,
    input: { kind: 'given' },
    encoder: 'linear',
    residual: 'initial',
    norm: 'pair',
  },
  'sparse rows added to every hop': {
    hops: 3,
    width: 5,
    input: { kind: 'given' },
    residual: 'initial',
    options: { alpha: 0.4 },
  },
  'an MLP with a decoder': {
    conv: 'mlp',
    hops: 3,
    width: 4,
    activation: 'leakyRelu',
    norm: 'pair-si',
    decoder: 'linear',
  },
  'GCN identity': { conv: 'gcn', hops: 8, weights: { kind: 'identity' }, input: { kind: 'given' } },
  'GraphSAGE identity': { conv: 'sage', hops: 8, weights: { kind: 'identity' }, input: { kind: 'random', width: 3 } },
  'no hops': { hops: 0 },
};

/** Runs on every backend against the same stack written as dense matrices in float64. */
export function describeRuns(backend: string, open: () => Promise<void>): void {
  describe(`runs on ${backend}`, () => {
    beforeAll(open);

    for (const [name, given] of Object.entries(RECIPES)) {
      it(`agree with the stack written out: ${name}`, async () => {
        const recipe = validateRecipe(given, factsOf(awkward));
        const before = memory();
        const { hops, widths, parameters } = await runRecipe(awkward, recipe, () => {});
        expect(memory()).toMatchObject({ numTensors: before.numTensors, numBytes: before.numBytes });
        const expected = referenceHops(awkward, recipe, hops[0], parameters);
        expect(hops.map((hop) => hop.columns)).toEqual(widths);
        expect(hops).toHaveLength(recipe.hops + 1);
        hops.forEach((hop, k) => {
          const relative = k > 1 ? 1e-4 : 1e-5;
          expect(largestDifference(toDense(hop).data, expected[k]), `hop ${k}`).toBeLessThan(
            tolerance(expected[k], relative),
          );
        });
      });
    }

    it('repeat to the bit', async () => {
      const recipe = validateRecipe({ hops: 6 });
      const [first, second] = [await lastHop(awkward, recipe), await lastHop(awkward, recipe)];
      expect(second).toEqual(first);
    });

    it('leave nothing behind when stopped', async () => {
      const before = memory().numTensors;
      const stop = () => Promise.reject(new Error('stopped'));
      await expect(runRecipe(awkward, validateRecipe({ hops: 3 }), stop)).rejects.toThrow('stopped');
      expect(memory().numTensors).toBe(before);
    });
  });
}

async function lastHop(graph: Graph, recipe: Recipe): Promise<FeatureMatrix | undefined> {
  return (await runRecipe(graph, recipe, () => {})).hops.at(-1);
}
