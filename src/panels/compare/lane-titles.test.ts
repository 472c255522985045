import { expect, test } from 'vitest';
import { completeRecipe } from '../../recipe/defaults';
import type { Recipe } from '../../recipe/recipe';
import { changedRecipe } from '../../store/recipe-change';
import type { DatasetRef, Lane } from '../../store/session';
import { briefTitles, laneTitles } from './lane-titles';

const circles: DatasetRef = { kind: 'catalogue', id: 'circles' };
const gcn = completeRecipe({ conv: 'gcn', decoder: 'linear' });

const lane = (recipe: Partial<Recipe>, dataset: DatasetRef = circles): Lane => ({
  dataset,
  recipe: { ...changedRecipe(gcn, recipe), ...recipe },
});
const titles = (...lanes: Lane[]) =>
  laneTitles(
    lanes,
    lanes.map(({ dataset }) => (dataset.kind === 'catalogue' ? `the ${dataset.id}` : 'mine')),
  );

test.each<[string, Partial<Recipe>, [string, string]]>([
  ['a layer, with all that it starts with', { conv: 'gcnii' }, ['GCN', 'GCNII']],
  [
    'a layer and an option that is not its usual one',
    { conv: 'gcnii', options: { alpha: 0.5 } },
    ['GCN', 'GCNII · α 0.5'],
  ],
  ['depth', { hops: 64 }, ['16 hops', '64 hops']],
  ['a remedy', { residual: 'skip' }, ['no residual', 'skip residual']],
  ['two remedies', { residual: 'initial', norm: 'pair' }, ['plain GCN', 'initial residual · PairNorm']],
  ['learning', { weights: { kind: 'trained' } }, ['untrained', 'trained']],
  ['the epoch', { weights: { kind: 'trained', epoch: 40 } }, ['untrained', 'trained, epoch 40']],
  ['the draw', { weights: { kind: 'random', seed: 8, gain: 1 } }, ['seed 7', 'seed 8']],
  [
    'the input',
    { input: { kind: 'degree', normalise: 'row' } },
    ['random input, seed 7', 'degree input, row normalised'],
  ],
  ['an option', { options: { improved: true } }, ['no improved', 'improved']],
  ['nothing', {}, ['GCN', 'GCN']],
])('lanes that differ in %s are called so', (_, change, expected) => {
  expect(titles(lane({}), lane(change))).toEqual(expected);
});

test('of three lanes each is called by all in which any differs, but not by what it lacks', () => {
  expect(titles(lane({}), lane({ residual: 'skip' }), lane({ norm: 'pair' }))).toEqual([
    'plain GCN',
    'skip residual',
    'PairNorm',
  ]);
  expect(titles(lane({}), lane({ conv: 'gcnii' }), lane({ conv: 'gcnii', hops: 32 }))).toEqual([
    'GCN · 16 hops',
    'GCNII · 16 hops',
    'GCNII · 32 hops',
  ]);
});

test('graphs are told apart by name, by sliders, by part and by edits', () => {
  const cbm = (homophily?: number): DatasetRef => ({
    ...{ kind: 'catalogue', id: 'cbm' },
    ...(homophily !== undefined && { parameters: { homophily } }),
  });
  expect(titles(lane({}), lane({}, cbm()))).toEqual(['the circles', 'the cbm']);
  expect(titles(lane({}, cbm()), lane({}, cbm(0.2)))).toEqual(['homophily 0.8', 'homophily 0.2']);
  const sample = { method: 'k-core' as const, nodes: 1000 };
  expect(titles(lane({}), lane({}, { ...circles, sample }))).toEqual(['no sample', 'k-core sample of 1,000']);
  const edits = [{ do: 'remove-node' as const, node: '3' }];
  expect(titles(lane({}), lane({}, { ...circles, edits }))).toEqual(['no edits', '1 edit']);
});

test('a field that has no words of its own is said by its name', () => {
  const recipe = { ...gcn, virtualNode: true } as Recipe;
  expect(titles(lane({}), { dataset: circles, recipe })).toEqual(['no virtual node', 'virtual node']);
});

test('in a sentence a title says as much as tells it from the others', () => {
  expect(briefTitles(['GCNII · ReLU · seed 7', 'GCN · skip residual · ReLU', 'GCN · tanh · seed 25', 'GCN'])).toEqual([
    'GCNII',
    'GCN · skip residual',
    'GCN · tanh',
    'GCN',
  ]);
});
