import { variableGrads } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import type { PlainGraph } from '../../graph/plain';
import { factsOf } from '../../recipe/facts';
import { validateRecipe } from '../../recipe/validate';
import { createModel, forward, stateOf } from '../models/model';
import type { StateDict } from '../models/parameters';
import { largestDifference } from '../testing/patterns';
import { crossEntropy, targetsOf } from './cross-entropy';
import { fit } from './fit';
import fixture from './fixtures/pyg-steps.json';
import { fitCliques, nobody, quiet, taskOf } from './testing/cliques';

interface Fixture {
  graph: PlainGraph;
  train: number[];
  learningRate: number;
  firstLayerWeightDecay: number;
  start: Record<string, { shape: number[]; data: number[] }>;
  losses: number[];
  gradients: Record<string, number[]>;
  afterFiveSteps: Record<string, number[]>;
}
// The file's edges are pairs, which its inferred type does not know.
const pyg = fixture as unknown as Fixture;
const start: StateDict = Object.fromEntries(
  Object.entries(pyg.start).map(([name, { shape, data }]) => [name, { shape, data: Float32Array.from(data) }]),
);
/** Training on one backend: against PyG, and against itself. */
export function describeTraining(backend: string, open: () => Promise<void>): void {
  describe(`training on ${backend}`, { timeout: 30_000 }, () => {
    beforeAll(open);

    it('has the loss, gradients and steps of PyG from the same weights', async () => {
      const graph = graphFromPlain(pyg.graph);
      const recipe = validateRecipe({ hops: 2, width: 5, input: { kind: 'given' } }, factsOf(graph));
      const model = createModel(graph, recipe, start);
      const train = Int32Array.from(pyg.train);
      const targets = targetsOf(graph.labels ?? nobody, train, 3);
      const { value, grads } = variableGrads(() => crossEntropy(forward(model).logits, targets));
      expect((await value.data())[0]).toBeCloseTo(pyg.losses[0], 5);
      for (const [name, reference] of Object.entries(pyg.gradients)) {
        expect(largestDifference(await grads[model.parameters[name].name].data(), reference), name).toBeLessThan(1e-4);
      }
      model.dispose();

      const again = createModel(graph, recipe, start);
      const groups = [{ prefix: 'convs.0.', weightDecay: pyg.firstLayerWeightDecay }];
      const task = taskOf({ epochs: 5, learningRate: pyg.learningRate, weightDecay: 0, groups });
      const { curve } = await fit(again, task, { train, validation: nobody, test: nobody }, quiet);
      expect(
        largestDifference(
          curve.map(({ loss }) => loss ?? Number.NaN),
          pyg.losses,
        ),
      ).toBeLessThan(1e-4);
      const weights = await stateOf(again);
      for (const [name, reference] of Object.entries(pyg.afterFiveSteps)) {
        expect(largestDifference(weights[name].data, reference), name).toBeLessThan(1e-4);
      }
      again.dispose();
    });

    it('learns which clique a node is in, and gives back every tensor', async () => {
      const { curve, best, stopped, left } = await fitCliques({}, { epochs: 20, learningRate: 0.08 });
      expect(curve.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 21 }, (_, i) => i));
      expect(best.accuracy).toEqual({ train: 1, validation: 1, test: 1 });
      expect(curve[20].loss).toBeLessThan((curve[0].loss ?? 0) / 2);
      expect(stopped).toBe('epochs');
      expect(left()).toBe(0);
    });

    it('trains more parameters than a device binds at once', async () => {
      const { curve, stopped, left } = await fitCliques({ hops: 8, activation: 'tanh' }, { epochs: 3 });
      expect(curve.map(({ loss }) => Number.isFinite(loss))).toEqual([true, true, true, true]);
      expect(stopped).toBe('epochs');
      expect(left()).toBe(0);
    });

    it.each([
      [{ virtualNode: true }, { dropEdge: 0.3 }],
      [{ rewiring: { kind: 'gdc', k: 4 } }, { dropEdge: 0.3 }],
      // A GCN would give everybody the mean of all.
      [{ conv: 'sage', fullyAdjacentLast: true }, {}],
    ])('learns along what the recipe has messages run along: %o', async (wiring, more) => {
      const { curve, left } = await fitCliques(
        { ...wiring, ...more, dropout: 0.1 },
        { epochs: 20, learningRate: 0.08 },
      );
      expect(curve[20].loss).toBeLessThan(0.7 * (curve[0].loss ?? 0));
      expect(left()).toBe(0);
    });

    it('repeats to the bit with the same seed, dropout and dropped edges included', async () => {
      const given = { dropout: 0.5, dropEdge: 0.3 };
      const one = await fitCliques(given, { epochs: 8, seed: 5 });
      expect((await fitCliques(given, { epochs: 8, seed: 5 })).weights).toEqual(one.weights);
      expect((await fitCliques(given, { epochs: 8, seed: 6 })).weights).not.toEqual(one.weights);
      expect(one.left()).toBe(0);
    });
  });
}
