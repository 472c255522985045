import { expect, it } from 'vitest';
import { CONVS, DESCRIPTORS } from '../../src/recipe/descriptors';
import type { GraphFacts } from '../../src/recipe/facts';
import { asAdvised } from './advice';
import type { Draft } from './draft';
import { legalised } from './plan';

const facts: GraphFacts = { nodes: 60, features: 0, classes: 4, columns: [] };
const draft = (given: object): Draft => ({ conv: 'gcn', norm: 'none', residual: 'none', ...given });
/** The legal recipe, and how often it was refused on the way. */
const legal = (given: object) => {
  const { recipe, refused } = legalised(draft(given), facts);
  return [recipe, refused.length] as const;
};

it.each([
  [{ width: 0 }, { width: 1 }],
  [{ hops: 4.5 }, { hops: 5 }],
  [{ heads: 3 }, { heads: 1 }],
  [{ activation: 'rely' }, { activation: 'relu' }],
  [{ activation: 'swish' }, { activation: 'relu' }],
  [{ conv: 'gat', heads: 3, width: 8 }, { width: 9 }],
  [{ conv: 'mixhop', width: 9, decoder: 'none' }, { decoder: 'linear' }],
  [{ conv: 'gcnii', encoder: 'none', input: { kind: 'degree' } }, { encoder: 'linear' }],
  [{ conv: 'lightgcn', jump: 'max' }, { jump: 'last' }],
  [{ jump: 'max', decoder: 'none' }, { decoder: 'linear' }],
  [{ input: { kind: 'given' } }, { input: { kind: 'random' } }],
  [{ input: { kind: 'columns', columns: ['age'] } }, { input: { kind: 'random' } }],
  [{ input: { kind: 'degree', seed: 3 } }, { input: { kind: 'degree' } }],
  [{ weights: { kind: 'random', seed: 1, gain: -1 } }, { weights: { kind: 'random', seed: 1, gain: 0 } }],
  [{ conv: 'mlp', weights: { kind: 'identity' } }, { weights: { kind: 'random' } }],
  [
    { weights: { kind: 'identity' }, encoder: 'linear' },
    { encoder: 'none', weights: { kind: 'identity' } },
  ],
  [
    { weights: { kind: 'identity' }, norm: 'dgn' },
    { norm: 'dgn', weights: { kind: 'random' } },
  ],
  [{ options: { alpha: 2 } }, { options: { alpha: 1 } }],
])('what a refusal of %j says is enough', (given, expected) => {
  const [recipe, times] = legal(given);
  expect(recipe).toMatchObject(expected);
  expect(times).toBe(1);
});

it('leaves out what a layer does not have', () => {
  expect(legal({ conv: 'gat', aggr: 'mean' })[0].aggr).toBeUndefined();
  expect(legal({ options: { depth: 3, improved: true } })[0].options).toEqual({ improved: true });
});

it('does not go round in circles', () => {
  const [recipe, times] = legal({ weights: { kind: 'identity' }, jump: 'max', encoder: 'linear', decoder: 'linear' });
  expect(recipe).toMatchObject({ weights: { kind: 'identity' }, jump: 'last', encoder: 'none', decoder: 'none' });
  expect(times).toBe(3);
});

it('is any layer’s, whatever is wrong with each of its options', () => {
  for (const conv of CONVS) {
    for (const [name, spec] of Object.entries(DESCRIPTORS[conv].options)) {
      const wrong = spec.kind === 'number' ? spec.maximum + 1 : 'of another kind';
      expect(legal({ conv, encoder: 'linear', options: { [name]: wrong } })[0].options).not.toHaveProperty(name, wrong);
    }
  }
});

it('takes gain and hops back where numbers left their range', () => {
  const message =
    'At hop 9 the embedding left the range of 32-bit numbers. Take a smaller gain, fewer hops, or a norm.';
  const weights = { kind: 'random' as const, seed: 1, gain: 20 };
  const first = asAdvised(draft({ hops: 12, weights }), message);
  expect(first).toMatchObject({ hops: 12, weights: { gain: 1 } });
  expect(asAdvised(first as Draft, message)).toMatchObject({ hops: 6, weights: { gain: 1 } });
  expect(asAdvised(draft({ hops: 2 }), message)).toMatchObject({ hops: 2, weights: { gain: 0.1 } });
});

it('says nothing where nothing is said', () => {
  expect(asAdvised(draft({}), 'Something went wrong.')).toBeNull();
});
