import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { memory, type Scalar, square, sum, tidy, variableGrads } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { withOnlyEdges } from '../../graph/samples/induced';
import { CONVS, DESCRIPTORS } from '../../recipe/descriptors';
import { factsOf } from '../../recipe/facts';
import { NORMS, RESIDUALS, validateRecipe } from '../../recipe/validate';
import { createModel, forward } from './model';

/** Relations, edge features, weights, sparse node features, a loop, a duplicate edge and an isolated node. */
const graph = graphFromPlain({
  nodes: 7,
  edges: [
    { source: 0, target: 1, weight: 2, relation: 0 },
    { source: 1, target: 2, weight: 1, relation: 1 },
    { source: 1, target: 2, weight: 1, relation: 1 },
    { source: 2, target: 2, weight: 3, relation: 0 },
    { source: 3, target: 4, weight: 1, relation: 1 },
    { source: 4, target: 5, weight: 2, relation: 0 },
  ],
  edgeFeatures: [[1], [0.5], [-1], [2], [0], [1]],
  features: { columns: 5, indices: [[0, 2, 3], [1, 2, 4], [0, 1, 3], [3, 4], [4, 0, 1], [2, 3], [1]] },
  labels: [0, 1, 2, 0, 1, 2, null],
});

/**
 * A training step of every convolution, with every norm or with one each, residuals in turn: finite numbers, a gradient in
 * every parameter, nothing left on the device.
 */
export function describeCombinations(backend: string, open: () => Promise<void>, norms: 'every' | 'in turn'): void {
  describe(`combinations on ${backend}`, () => {
    beforeAll(open);

    const cases = CONVS.flatMap((conv, c) => {
      const own = norms === 'every' ? NORMS : [NORMS[c % NORMS.length]];
      return own.map((norm) => ({ conv, norm }));
    });
    it.each(cases)('train: $conv, norm $norm', async ({ conv, norm }) => {
      const turn = CONVS.indexOf(conv) + NORMS.indexOf(norm);
      const residual = RESIDUALS[turn % RESIDUALS.length];
      const heads = DESCRIPTORS[conv].heads ? 3 : 1;
      const encoder = DESCRIPTORS[conv].width === 'kept' || turn % 2 === 0 ? 'linear' : 'none';
      const given = { conv, norm, residual, heads, encoder, hops: 2, width: 6, dropout: 0.2, activation: 'tanh' };
      const recipe = validateRecipe({ ...given, decoder: 'linear', input: { kind: 'given' } }, factsOf(graph));
      const before = memory().numTensors;
      const model = createModel(graph, recipe);
      const { value, grads } = variableGrads(() => sum(square(forward(model, { seed: turn }).logits)) as Scalar);
      expect(Number.isFinite((await value.data())[0])).toBe(true);
      for (const [name, { trainable, name: id }] of Object.entries(model.parameters)) {
        if (!trainable) continue;
        const gradient = await grads[id].data();
        expect(gradient.every(Number.isFinite), name).toBe(true);
        expect(gradient.some((one) => one !== 0) || invisible(name, norm), name).toBe(true);
      }
      const logits = tidy(() => forward(model).logits);
      expect((await logits.data()).every(Number.isFinite)).toBe(true);
      for (const one of [value, logits, ...Object.values(grads), model]) one.dispose();
      expect(memory().numTensors).toBe(before);
    });

    it.each(CONVS)('train where nobody hears anybody: %s', async (conv) => {
      const before = memory().numTensors;
      const edgesTaken = withOnlyEdges(
        graphFromPlain({ nodes: 3, edges: [[0, 1]], edgeFeatures: [[1, 2]] }),
        new Int32Array(),
      );
      for (const lonely of [1, 3].map((nodes) => graphFromPlain({ nodes, edges: [] })).concat(edgesTaken)) {
        const heads = DESCRIPTORS[conv].heads ? 3 : 1;
        const recipe = validateRecipe({ conv, heads, encoder: 'linear', hops: 2, width: 6 }, factsOf(lonely));
        const model = createModel(lonely, recipe);
        const { value, grads } = variableGrads(() => sum(square(forward(model, { seed: 1 }).logits)) as Scalar);
        for (const one of [value, ...Object.values(grads)]) {
          expect((await one.data()).every(Number.isFinite)).toBe(true);
          one.dispose();
        }
        model.dispose();
      }
      expect(memory().numTensors).toBe(before);
    });
  });
}

/** A shift of all rows by the same, which a norm over the nodes takes out again, may have the gradient 0. */
function invisible(name: string, norm: string): boolean {
  return name.endsWith('bias') && (norm === 'batch' || norm.startsWith('pair'));
}
