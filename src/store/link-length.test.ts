import { expect, test } from 'vitest';
import { entries } from '../catalog/entries';
import { completeRecipe } from '../recipe/defaults';
import { CONVS, DESCRIPTORS } from '../recipe/descriptors';
import type { Recipe } from '../recipe/recipe';
import { fromHash, LONGEST_LINK, selectionTravels, toHash } from './permalink';
import { changedRecipe } from './recipe-change';
import { DEFAULT_VIEW, MEASURE_KEYS, type Session } from './session';

/** Numbers as long as sliders, dragged nodes and seeds make them. */
const LONG = 1_234_567_890;

/** A recipe with every field that there is, each at its longest. */
function fullRecipe(conv: Recipe['conv']): Recipe {
  const { options } = DESCRIPTORS[conv];
  return {
    ...{ version: 1, conv, hops: 128, width: 256, heads: 16, aggr: 'mean' },
    options: Object.fromEntries(
      Object.entries(options).map(([name, spec]) => [
        name,
        spec.kind === 'number'
          ? Number((0.999 * spec.maximum).toFixed(3))
          : spec.kind === 'boolean'
            ? false
            : spec.choices[0],
      ]),
    ),
    ...{ activation: 'leakyRelu', norm: 'pair-si', residual: 'initial', jump: 'concat', encoder: 'activated' },
    ...{ decoder: 'linear', dropout: 0.55, dropEdge: 0.55 },
    input: { kind: 'columns', seed: LONG, width: 256, columns: ['betweenness', 'closeness'], normalise: 'standard' },
    weights: { kind: 'random', seed: LONG, gain: 1.234 },
  };
}

/** A session with everything set that can be set. */
function fullSession(id: string, parameters: Record<string, number>, conv: Recipe['conv']): Session {
  return {
    version: 1,
    lanes: [
      {
        dataset: {
          ...{ kind: 'catalogue', id, parameters },
          sample: { method: 'ego', centre: 'Kevin Bacon, actor', nodes: 20_000, seed: LONG },
        },
        recipe: fullRecipe(conv),
      },
    ],
    ...{ hop: 128, focus: 'libgtk-3-0-dev, package', second: 'libgtk-4-1-dev, package', subStep: 'aggregate' },
    view: {
      ...{ colour: 'prediction', scale: 'zoomed', layoutSeed: LONG, size: '@betweenness' },
      filter: [
        { field: 'class', is: ['Circle A', 'Circle B', 'Circle C'] },
        { field: 'degree', from: 12, to: 1234 },
      ],
      hulls: true,
      pins: Object.fromEntries([12, 345, 678, 1234].map((id) => [String(id), [-1.2345, 0.98765]])),
      ...{ tab: 'what-if', morph: 0.55, layoutIterations: 1234, measures: MEASURE_KEYS },
    },
  };
}

test('a selection travels in a link as long as it leaves room for the rest', () => {
  const lane = { dataset: { kind: 'catalogue' as const, id: 'circles' }, recipe: completeRecipe({ conv: 'gcn' }) };
  const session = (ids: string[]): Session => ({
    ...{ version: 1, lanes: [lane], hop: 8, focus: '24', view: DEFAULT_VIEW },
    selection: ids,
  });
  const numbers = (count: number) => Array.from({ length: count }, (_, node) => String(node));
  const few = session(numbers(100));
  expect(selectionTravels(few)).toBe(true);
  expect(fromHash(toHash(few))).toEqual(few);
  for (const ids of [numbers(300), numbers(100_000), ['é'.repeat(400)]]) {
    expect(selectionTravels(session(ids))).toBe(false);
    expect(fromHash(toHash(session(ids)))).not.toHaveProperty('selection');
  }
});

test('a link to four lanes, each with a layer or a remedy of its own, is hardly longer than one', () => {
  const recipe = completeRecipe({ conv: 'gcn', decoder: 'linear' });
  const lane = (change: Partial<Recipe>) => ({
    dataset: { kind: 'catalogue' as const, id: 'circles' },
    recipe: changedRecipe(recipe, change),
  });
  const lanes: Session['lanes'] = [
    lane({}),
    lane({ conv: 'gcnii' }),
    lane({ norm: 'pair' }),
    lane({ conv: 'gat', heads: 4 }),
  ];
  const session: Session = { version: 1, lanes, hop: 8, focus: '24', view: DEFAULT_VIEW };
  expect(toHash(session).length).toBeLessThanOrEqual(LONGEST_LINK);
  expect(fromHash(toHash(session))).toEqual(session);
});

test.each(entries.map((entry) => [entry.id, entry] as const))(
  'a link to %s with everything set, four pins and two filters among it, stays short and comes back the same',
  (id, { parameters }) => {
    const given = Object.fromEntries(
      parameters.map(({ name, maximum, step }) => [name, Number((maximum - step).toFixed(4))]),
    );
    for (const conv of CONVS) {
      const session = fullSession(id, given, conv);
      const address = new URL(toHash(session), 'https://example.org/some/sub/path/');
      expect(address.hash.length).toBeLessThanOrEqual(LONGEST_LINK);
      expect(fromHash(address.hash)).toEqual(session);
    }
  },
);
