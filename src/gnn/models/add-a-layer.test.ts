import { mul, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import type { DenseMatrix } from '../../graph/graph';
import type { LayerDescriptor } from '../../recipe/descriptor';
import { CONVS, DESCRIPTORS } from '../../recipe/descriptors';
import { factsOf } from '../../recipe/facts';
import { validateRecipe } from '../../recipe/validate';
import { type Convolution, dense, own, propagate } from '../layers/convolution';
import { lightMessages } from '../layers/normalised-messages';
import { useBackend } from '../testing/node';
import { explainNode } from './explain';
import { runRecipe } from './run';

/** A layer that is not there: propagation without loops, every column by a learned factor. Its two files would hold this. */
const added = vi.hoisted(() => ({ name: 'gated' }));

vi.mock('../../recipe/descriptors', async (original) => {
  const real = await original<typeof import('../../recipe/descriptors')>();
  const descriptor: LayerDescriptor = {
    name: added.name,
    title: 'Gated',
    formula: 'h′_v = g Σ_u a_vu h_u',
    equation: ({ options }) => `${options.factor} g Σ_u a_vu h_u`,
    options: { factor: { kind: 'number', default: 2, minimum: 1, maximum: 3, whole: true, meaning: 'times as much' } },
    radius: 1,
    identityAllowed: false,
    aggregations: [],
    width: 'kept',
    oneModule: true,
    defaults: { activation: 'none' },
    paper: null,
  };
  Object.assign(real.DESCRIPTORS, { [added.name]: descriptor });
  (real.CONVS as string[]).push(added.name);
  return real;
});

vi.mock('../layers/registry', async (original) => {
  const real = await original<typeof import('../layers/registry')>();
  const layer: Convolution = {
    parameters: ({ inputs }) => ({ gate: { shape: [inputs], start: 1 } }),
    messages: (graph) => [lightMessages(graph)],
    forward: ({ x, propagation: [s], parameters, options }): Tensor2D =>
      mul(mul(propagate(s, dense(x)), own<Tensor1D>(parameters, 'gate')), Number(options.factor)),
  };
  Object.assign(real.CONVOLUTIONS, { [added.name]: layer });
  return real;
});

describe('a layer that is added', () => {
  beforeAll(() => useBackend('cpu'));

  const path = graphFromPlain({
    nodes: 3,
    edges: [
      [0, 1],
      [1, 2],
    ],
    features: [
      [1, 0],
      [0, 1],
      [2, 2],
    ],
  });
  const recipeOf = (given: object) => validateRecipe({ conv: added.name, hops: 2, ...given }, factsOf(path));

  it('is offered and checked', () => {
    expect(CONVS).toContain(added.name);
    expect(Object.keys(DESCRIPTORS[recipeOf({}).conv].options)).toEqual(['factor']);
    expect(recipeOf({})).toMatchObject({ activation: 'none', options: { factor: 2 } });
    expect(() => recipeOf({ options: { factor: 2.5 } })).toThrow('has to be a whole number from 1 to 3');
    expect(() => recipeOf({ weights: { kind: 'identity' } })).toThrow(`"identity" is not for ${added.name}`);
  });

  it('runs, names its parameters and is explained', async () => {
    const recipe = recipeOf({ options: { factor: 3 } });
    const embeddings = await runRecipe(path, recipe, () => {});
    expect(Object.keys(embeddings.parameters)).toEqual(['convs.0.gate']);
    const first = (embeddings.hops[1] as DenseMatrix).data;
    const root = 3 / Math.sqrt(2);
    [0, root, 3 * root, 2 * root, 0, root].forEach((value, i) => void expect(first[i]).toBeCloseTo(value, 5));
    const { formula, messages, output } = await explainNode(path, recipe, embeddings, 1, 1);
    expect(formula).toBe('h′_v = 3 g Σ_u a_vu h_u');
    expect(messages.map(({ from }) => from)).toEqual(['0', '2']);
    expect(output).toEqual([...first.slice(2, 4)]);
  });
});
