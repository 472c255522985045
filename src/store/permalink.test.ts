import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../graph/edits/edit';
import { fromHash, selectionTravels, toHash } from './permalink';
import { COLOUR_ENCODINGS, EMBEDDING_SCALES, INSPECTOR_TABS, MOST_LANES, type Session, SUB_STEPS } from './session';

const recipe = {
  version: 1,
  conv: 'gcn',
  hops: 16,
  width: 16,
  options: {},
  activation: 'tanh',
  norm: 'none',
  residual: 'none',
  encoder: 'none',
  decoder: 'linear',
  input: { kind: 'random', seed: 7, normalise: 'none' },
  weights: { kind: 'random', seed: 7, gain: 1 },
} as unknown as Session['lanes'][0]['recipe'];

/** One thing changed; and other fields than the first has, and fewer. */
const deeper = { ...recipe, hops: 64 };
const otherwise = { ...recipe, conv: 'sage', aggr: 'max', options: { root: true }, encoder: undefined } as never;

const session: Session = {
  version: 1,
  lanes: [{ dataset: { kind: 'catalogue', id: 'cbm', parameters: { homophily: 0.8 } }, recipe }],
  hop: 3,
  focus: '25',
  view: { colour: 'embedding', scale: 'true', layoutSeed: 1 },
};

/** A link made by version 0.1.0: it must open for ever. */
const KEPT_LINK =
  '#version=1&lanes.0.dataset.kind=catalogue&lanes.0.dataset.id=cbm&lanes.0.dataset.parameters.homophily=0.8' +
  '&lanes.0.recipe.version=1&lanes.0.recipe.conv=gcn&lanes.0.recipe.hops=16&lanes.0.recipe.width=16&lanes.0.recipe.options={}' +
  '&lanes.0.recipe.activation=tanh&lanes.0.recipe.norm=none&lanes.0.recipe.residual=none&lanes.0.recipe.encoder=none' +
  '&lanes.0.recipe.decoder=linear&lanes.0.recipe.input.kind=random&lanes.0.recipe.input.seed=7' +
  '&lanes.0.recipe.input.normalise=none&lanes.0.recipe.weights.kind=random&lanes.0.recipe.weights.seed=7' +
  '&lanes.0.recipe.weights.gain=1&hop=3&focus=%2225%22&view.colour=embedding&view.scale=%22true%22&view.layoutSeed=1';

describe('a session in the address', () => {
  test('is written as it always was', () => expect(toHash(session)).toBe(KEPT_LINK));
  test('a kept link opens', () => expect(fromHash(KEPT_LINK)).toEqual(session));
  test('says of further lanes only what is otherwise, and null for what they lack', () => {
    const [lane] = session.lanes;
    const compared = { ...session, lanes: [lane, { ...lane, recipe: deeper }, { ...lane, recipe: otherwise }, lane] };
    const further = toHash(compared as Session)
      .split('&')
      .filter((leaf) => /lanes\.[123]/.test(leaf));
    expect(further).toEqual([
      ...['lanes.1.recipe.hops=64', 'lanes.2.recipe.conv=sage', 'lanes.2.recipe.options.root=true'],
      ...['lanes.2.recipe.encoder=null', 'lanes.2.recipe.aggr=max', 'lanes.3={}'],
    ]);
    expect(fromHash(toHash(compared as Session))).toEqual(compared);
  });
  test('an empty hash holds none', () => {
    expect(fromHash('')).toBeNull();
    expect(fromHash('#')).toBeNull();
  });

  test('comes back whatever the names and numbers are', () => {
    const sample = fc.oneof(
      fc.record({ method: fc.constant('random-walk' as const), nodes: fc.nat(), seed: fc.nat() }),
      fc.record({
        ...{ method: fc.constant('ego' as const), nodes: fc.nat(), seed: fc.nat() },
        centre: fc.string({ minLength: 1, unit: 'grapheme' }),
      }),
      fc.record({ method: fc.constant('k-core' as const), nodes: fc.nat() }),
    );
    const whole = fc.oneof(
      fc.record({
        kind: fc.constant('catalogue' as const),
        id: fc.string({ minLength: 1, unit: 'grapheme' }),
        parameters: fc.dictionary(
          fc.string({ minLength: 1 }).filter((key) => !/^\d+$/.test(key) && key !== '__proto__'),
          fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
          { minKeys: 1, maxKeys: 4 },
        ),
      }),
      fc.record({ kind: fc.constant('url' as const), url: fc.webUrl({ size: 'small' }) }),
      fc.record({
        kind: fc.constant('own' as const),
        name: fc.string({ minLength: 1, unit: 'grapheme' }),
        key: fc.string({ minLength: 1 }),
        data: fc.base64String({ minLength: 4 }),
      }),
    );
    const id = fc.oneof(fc.nat(9).map(String), fc.string({ minLength: 1, unit: 'grapheme' }));
    const ends = { from: id, to: id };
    const edit: fc.Arbitrary<Edit> = fc.oneof(
      fc.record({ do: fc.constantFrom('add-edge' as const, 'remove-edge' as const), ...ends }),
      fc.record({
        do: fc.constant('rewire' as const),
        ...ends,
        end: fc.constantFrom('from', 'to'),
        onto: id,
        relation: id,
      }),
      fc.record({ do: fc.constant('add-node' as const), node: id, to: fc.array(id, { maxLength: 3 }) }),
      fc.record({ do: fc.constant('remove-node' as const), node: id }),
      fc.record({ do: fc.constant('set-feature' as const), node: id, column: fc.nat(), value: fc.integer() }),
    );
    const dataset = fc
      .tuple(
        whole,
        fc.option(sample, { nil: undefined }),
        fc.option(fc.array(edit, { minLength: 1, maxLength: 3 }), { nil: undefined }),
      )
      .map(([reference, part, edits]) => ({ ...reference, ...(part && { sample: part }), ...(edits && { edits }) }));
    const view = fc.record(
      {
        colour: fc.constantFrom(...COLOUR_ENCODINGS),
        scale: fc.constantFrom(...EMBEDDING_SCALES),
        layoutSeed: fc.nat(),
        size: fc.constantFrom('equal' as const, '@age' as const),
        filter: fc.array(
          fc.record(
            {
              field: fc.constantFrom('class' as const, 'degree' as const, '@a.b' as const),
              is: fc.array(fc.string()),
              from: fc.integer(),
            },
            { requiredKeys: ['field'] },
          ),
          { minLength: 1, maxLength: 3 },
        ),
        hulls: fc.constant(true as const),
        pins: fc.dictionary(
          fc.oneof(fc.nat(3).map(String), fc.string({ minLength: 1 })).filter((id) => id !== '__proto__'),
          fc.tuple(fc.integer(), fc.integer()),
          { minKeys: 1, maxKeys: 4 },
        ),
        tab: fc.constantFrom(...INSPECTOR_TABS),
        morph: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
      },
      { requiredKeys: ['colour', 'scale', 'layoutSeed'] },
    );
    const lane = fc.record({ dataset, recipe: fc.constantFrom(recipe, deeper, otherwise) });
    const sessions = fc.record(
      {
        version: fc.constant(1 as const),
        lanes: fc
          .tuple(lane, fc.array(lane, { maxLength: MOST_LANES - 1 }))
          .map(([first, others]): Session['lanes'] => [first, ...others]),
        hop: fc.nat(128),
        focus: fc.option(fc.string({ unit: 'grapheme' })),
        second: fc.string({ minLength: 1, unit: 'grapheme' }),
        selection: fc.array(fc.string({ minLength: 1, maxLength: 9, unit: 'grapheme' }), {
          minLength: 1,
          maxLength: 4,
        }),
        subStep: fc.constantFrom(...SUB_STEPS),
        view,
      },
      { requiredKeys: ['version', 'lanes', 'hop', 'focus', 'view'] },
    );
    fc.assert(
      fc.property(sessions, (given) => {
        const link = new URL(toHash(given), 'https://example.org/');
        const { selection: _, ...others } = given;
        expect(fromHash(link.hash)).toEqual(selectionTravels(given) ? given : others);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['#section-2', /not a Hopscope session/],
    ['#version=2&hop=3', /newer Hopscope/],
    ['#version=one', /session.version is "one"; it should be 1/],
    ['#version=1', /session.lanes is missing/],
    [KEPT_LINK.replace('hop=3', 'hop=-3'), /session.hop is -3; it should be a whole number/],
    [
      KEPT_LINK.replace('colour=embedding', 'colour=plaid'),
      /plaid.*one of embedding, class, reach, degree, prediction, confidence/,
    ],
    [KEPT_LINK.replace('kind=catalogue', 'kind=magic'), /"magic".*"catalogue", "url" or "own"/],
    [KEPT_LINK.replace('homophily=0.8', 'homophily=lots'), /parameters.homophily is "lots"; it should be a number/],
    [`${KEPT_LINK}&lanes.1.dataset.kind=magic`, /session.lanes\[1\].dataset.kind is "magic"/],
    [`${KEPT_LINK}&selection=[]`, /session.selection is \[\]; it should be a list of node ids/],
    [`${KEPT_LINK}&selection*=7,true`, /session.selection\[1\] is true; it should be a text/],
    [`${KEPT_LINK}&second=true`, /session.second is true; it should be a text/],
    [`${KEPT_LINK}&view.tab=trunk`, /"trunk"; it should be one of arithmetic, tree, reach, what-if/],
    [`${KEPT_LINK}&lanes.1=3`, /session.lanes\[1\] is 3; it should be an object/],
    [`${KEPT_LINK}&lanes.1={}&lanes.2.recipe=3`, /session.lanes\[2\].recipe is 3; it should be an object/],
    [
      [1, 2, 3, 4].map((i) => `&lanes.${i}={}`).reduce((a, b) => a + b, KEPT_LINK),
      /has 5 lanes; it should have 4 at most/,
    ],
    [`${KEPT_LINK}&view.morph=2`, /session.view.morph is 2; it should be a number from 0 to 1/],
    ['#version=1&focus=%E0%A4%A', /the link is damaged/],
    ['#version=1&focus=%22open', /opens a quote/],
  ])('refuses what is not ours or damaged, and says why (%#)', (hash, message) =>
    expect(() => fromHash(hash)).toThrow(message),
  );

  test('a link cannot reach the prototype of objects', () => {
    expect(() => fromHash('#version=1&__proto__.polluted=1')).toThrow(/session.lanes/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
