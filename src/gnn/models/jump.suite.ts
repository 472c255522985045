import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { eye, grads, memory, type Tensor, type Tensor2D, tensor, tidy, zeros } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { validateRecipe } from '../../recipe/validate';
import golden from '../layers/fixtures/pyg-layers.json';
import { largestDifference, tolerance } from '../testing/patterns';
import { propagationOf } from './device';
import { nextHop, readout, type Stack } from './stack';

type Numbers = (number | number[])[];

async function expectClose(actual: Tensor, expected: Numbers, relative: number): Promise<void> {
  const reference: number[] = expected.flat();
  expect(largestDifference(await actual.data(), reference)).toBeLessThan(tolerance(reference, relative));
}

/** Jumping knowledge over two layers of GCN against PyTorch Geometric, read through a decoder that changes nothing. */
export function describeJumps(backend: string, open: () => Promise<void>): void {
  describe(`jumps on ${backend}`, () => {
    beforeAll(open);

    it.each([
      { jump: 'concat', name: 'JumpingKnowledge_cat_over_2GCN', columns: 8 },
      { jump: 'max', name: 'JumpingKnowledge_max_over_2GCN', columns: 4 },
    ] as const)("give PyG's output and gradients: $jump", async ({ jump, name, columns }) => {
      const before = memory().numTensors;
      const expected = golden.cases[name];
      const own: Record<string, Numbers> = expected.parameters;
      const gradParameters: Record<string, Numbers> = expected.gradParameters;
      const names = Object.keys(own);
      const edges = golden.edgeIndex[0].map((source, e): [number, number] => [source, golden.edgeIndex[1][e]]);
      const recipe = validateRecipe({ hops: 2, width: 4, jump, decoder: 'linear', activation: 'relu' });
      const propagation = propagationOf(graphFromPlain({ directed: true, nodes: golden.nodes, edges }), recipe);
      const decoder = { 'decoder.weight': eye(columns), 'decoder.bias': zeros([columns]) };
      const forward = (...[x, ...tensors]: Tensor[]): Tensor2D => {
        const parameters = { ...Object.fromEntries(names.map((one, i) => [one, tensors[i]])), ...decoder };
        const stack: Stack = {
          ...{ recipe, parameters, propagation: propagation.value, shape: { classes: 0 } },
          ...{ dropoutSeed: null, statistics: 'evaluation' },
        };
        const first = nextHop(stack, 0, x as Tensor2D, x as Tensor2D);
        return readout(stack, [x as Tensor2D, first, nextHop(stack, 1, first, x as Tensor2D)]);
      };
      const inputs = [golden.x, ...Object.values(own)].map((values) => tensor(values));
      const [output, gradX, ...gradients] = tidy(() => {
        const out = forward(...inputs);
        const arriving = Float32Array.from({ length: out.size }, (_, i) => Math.sin(i));
        return [out, ...grads(forward)(inputs, tensor(arriving, out.shape))];
      });
      await expectClose(output, expected.output, 1e-5);
      await expectClose(gradX, expected.gradX, 1e-4);
      for (const [i, one] of names.entries()) await expectClose(gradients[i], gradParameters[one], 1e-4);
      const made = [output, gradX, ...gradients, ...inputs, ...Object.values(decoder), propagation];
      for (const one of made) one.dispose();
      expect(memory().numTensors).toBe(before);
    });
  });
}
