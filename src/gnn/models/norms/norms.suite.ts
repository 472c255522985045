import '@tensorflow/tfjs-core/dist/register_all_gradients';
import {
  grad,
  grads,
  memory,
  type Tensor,
  type Tensor2D,
  tensor,
  tidy,
  type Variable,
  variable,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import golden from '../../layers/fixtures/pyg-layers.json';
import { largestDifference, tolerance } from '../../testing/patterns';
import { batch } from './batch';
import { dgn } from './dgn';
import { layer } from './layer';
import type { NormLayer, Statistics } from './norm';
import { pair, pairSi } from './pair';

type Numbers = (number | number[])[];

async function expectClose(actual: Tensor, expected: Numbers, relative = 1e-4): Promise<void> {
  const reference: number[] = expected.flat(2);
  expect(largestDifference(await actual.data(), reference)).toBeLessThan(tolerance(reference, relative));
}

/** The buffers of a norm as they start, as variables. */
function buffersOf(norm: NormLayer, columns: number): Record<string, Variable> {
  const buffers: Record<string, Variable> = {};
  for (const [name, { shape, start, buffer }] of Object.entries(norm.parameters(columns))) {
    const size = shape.reduce((product, side) => product * side, 1);
    if (buffer) buffers[name] = tidy(() => variable(tensor(new Float32Array(size).fill(Number(start)), shape), false));
  }
  return buffers;
}

/** The columns of the golden features to mean 0 and variance 1, in float64. */
function standardised(x: number[][]): number[][] {
  const moments = x[0].map((_, c) => {
    const mean = x.reduce((sum, row) => sum + row[c], 0) / x.length;
    return { mean, variance: x.reduce((sum, row) => sum + (row[c] - mean) ** 2, 0) / x.length };
  });
  return x.map((row) => row.map((value, c) => (value - moments[c].mean) / Math.sqrt(moments[c].variance + 1e-5)));
}

/** Every norm against PyTorch Geometric, or in closed form where the goldens have none. */
export function describeNorms(backend: string, open: () => Promise<void>): void {
  describe(`norms on ${backend}`, () => {
    beforeAll(open);

    for (const [name, norm] of [
      ['PairNorm', pair],
      ['PairNorm_SI', pairSi],
      ['DiffGroupNorm_train_g3', dgn],
    ] as const) {
      it(`gives PyG's output and gradients: ${name}`, async () => {
        const before = memory().numTensors;
        const expected = golden.cases[name];
        const parameters: Record<string, Numbers> = expected.parameters;
        const gradParameters: Record<string, Numbers> = expected.gradParameters;
        const names = Object.keys(parameters);
        const buffers = buffersOf({ ...norm, parameters: () => dgnWithGroups(norm, 3) }, 5);
        const inputs = [golden.x, ...Object.values(parameters)].map((values) => tensor(values));
        const forward = (x: Tensor, ...own: Tensor[]) => {
          const named = Object.fromEntries(names.map((one, i) => [one, own[i]]));
          return norm.apply(x as Tensor2D, { ...named, ...buffers }, 'training');
        };
        const arriving = Float32Array.from({ length: 45 }, (_, i) => Math.sin(i));
        const output = tidy(() => forward(inputs[0], ...inputs.slice(1)));
        await expectClose(output, expected.output, 1e-5);
        if ('runningMean' in expected) {
          await expectClose(buffers['norm.running_mean'], expected.runningMean);
          await expectClose(buffers['norm.running_var'], expected.runningVar);
          await expectClose(buffers['norm.num_batches_tracked'], [1]);
        }
        const [gradX, ...gradients] = tidy(() => grads(forward)(inputs, tensor(arriving, [9, 5])));
        await expectClose(gradX, expected.gradX);
        for (const [i, one] of names.entries()) await expectClose(gradients[i], gradParameters[one]);
        for (const made of [output, gradX, ...gradients, ...inputs, ...Object.values(buffers)]) made.dispose();
        expect(memory().numTensors).toBe(before);
      });
    }

    it('standardises columns, and evaluates with what it remembers', async () => {
      const x = tensor(golden.x) as Tensor2D;
      const parameters: Record<string, Tensor> = {
        ...buffersOf(batch, 5),
        'module.weight': tensor([1, 2, 1, 1, 1]),
        'module.bias': tensor([0, 0, 3, 0, 0]),
      };
      const expected = standardised(golden.x).map((row) =>
        row.map((value, c) => value * (c === 1 ? 2 : 1) + (c === 2 ? 3 : 0)),
      );
      const run = (statistics: Statistics) => tidy(() => batch.apply(x, parameters, statistics));
      await expectClose(run('training'), expected, 1e-5);
      const mean = golden.x.reduce((sum, row) => sum + row[0], 0) / 9;
      expect((await parameters['module.running_mean'].data())[0]).toBeCloseTo(0.1 * mean, 6);
      expect(largestDifference(await run('evaluation').data(), expected.flat())).toBeGreaterThan(0.1);
      await expectClose(run('calibration'), expected, 1e-5);
      await expectClose(run('evaluation'), expected, 1e-5);
      await expectClose(
        tidy(() => batch.apply(x, {}, 'evaluation')),
        standardised(golden.x),
        1e-5,
      );
    });

    it('gives rows at the centre a finite gradient: PairNorm-SI', async () => {
      const x = tensor([0, 0, 1, 2, -1, -2], [3, 2]);
      const arriving = tensor([1, 2, 3, 4, 5, 7], [3, 2]);
      const gradient = tidy(() => grad((at: Tensor) => pairSi.apply(at as Tensor2D, {}, 'training'))(x, arriving));
      // PyTorch Geometric in float64.
      await expectClose(gradient, [66666.3685, 133333.4824, -33333.2737, -66666.6965, -33333.0948, -66666.7859]);
      for (const one of [x, arriving, gradient]) one.dispose();
    });

    it('standardises rows, then scales and shifts them', async () => {
      const x = tensor(golden.x) as Tensor2D;
      const turned = (rows: number[][]) => rows[0].map((_, c) => rows.map((row) => row[c]));
      const rows = turned(standardised(turned(golden.x)));
      await expectClose(layer.apply(x, {}, 'evaluation'), rows, 1e-5);
      const parameters = { weight: tensor([1, 2, 3, 4, 5]), bias: tensor([5, 4, 3, 2, 1]) };
      const scaled = rows.map((row) => row.map((value, c) => value * (c + 1) + 5 - c));
      await expectClose(layer.apply(x, parameters, 'evaluation'), scaled, 1e-5);
    });
  });
}

/** The specs of a norm, those of DiffGroupNorm with as many groups as the golden case has. */
function dgnWithGroups(norm: NormLayer, groups: number) {
  const specs = norm.parameters(5);
  if (norm !== dgn) return specs;
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [
      name,
      { ...spec, shape: spec.shape.map((side) => (side * groups) / 10) },
    ]),
  );
}
