import { expect, it } from 'vitest';
import type { ExperimentRun } from '../../gnn/experiments/results';
import { SMALL } from '../../gnn/experiments/testing/small';
import { validateExperiment } from '../../gnn/experiments/validate';
import type { Experiment, ExperimentView } from '../../store/state';
import { cellsOf, rankingsOf } from './figures';
import { resultWords } from './result-words';

const spec = validateExperiment({ ...SMALL, depths: [1, 2, 4] });
const run = (line: string, depth: number, seed: number, test: number, mad: number): ExperimentRun => ({
  ...{ line, depth, seed, failure: null, backend: 'wasm', seconds: 1 },
  untrained: { mad: 1, dirichlet: depth },
  trained: { measures: { mad, dirichlet: 10 - mad }, test, validation: 0, bestEpoch: 1, epochs: 3 },
});
const RUNS = [
  ...[run('GCN', 1, 0, 0.6, 0.5), run('GCN', 1, 5, 0.8, 0.6), run('GCN', 4, 0, 0.2, 0.01), run('GCN', 4, 5, 0.4, 0.02)],
  ...[
    run('GCNII', 1, 0, 0.7, 0.5),
    run('GCNII', 2, 0, 0.9, 0.7),
    run('GCNII', 4, 0, 0.8, 0.65),
    run('GCNII', 4, 5, 0.8, 0.65),
  ],
];
const looked = (view: Partial<ExperimentView> = {}, runs = RUNS): Experiment => ({
  ...{ spec, runs },
  view: { of: 'test', against: 'depth', when: 'trained', ...view },
});

it('says where each line goes over depth, and which ends above the other beyond its seeds', () => {
  expect(resultWords(looked())).toBe(
    'Test accuracy: GCN 70.0\u202f% at depth 1, 30.0\u202f% at 4; GCNII 70.0\u202f% at depth 1, 90.0\u202f% at 2, 80.0\u202f% at 4. ' +
      'At depth 4 every seed of GCNII is above all seeds of the others.',
  );
  const close = [...RUNS.slice(0, 3), run('GCN', 4, 5, 0.85, 0.02), ...RUNS.slice(4)];
  expect(resultWords(looked({}, close))).toContain('At depth 4 no line is best beyond the spread over its seeds.');
  expect(resultWords(looked({ of: 'mad' }))).toMatch(
    /^Mean cosine distance of the last hop, trained: GCN 0.55 at depth 1/,
  );
});

it('says how far from the published figures it is, of test accuracy alone', () => {
  const points = [1, 4, 64].map((depth) => ({ depth, value: depth === 4 ? 0.5 : 0.69 }));
  const against = { ...looked(), spec: { ...spec, published: [{ line: 'GCN', source: 'a paper', points }] } };
  expect(resultWords(against)).toContain(
    'From the published figures ours are 10.5 points away on average, most at GCN, depth 4: \u221220.0 points.',
  );
  expect(resultWords({ ...against, view: { ...against.view, of: 'mad' } })).not.toContain('published');
});

it('says where in a grid the first line is above the second, and from where on', () => {
  const grid = { x: { parameter: 'homophily', values: [0, 0.5, 1] }, y: { parameter: 'signal', values: [2] } };
  const over = validateExperiment({ ...SMALL, depths: [2], seeds: [0], grid });
  const accuracies: [string, number[]][] = [
    ['GCN', [0.7, 0.5, 0.9]],
    ['GCNII', [0.6, 0.8, 0.7]],
  ];
  const runs = accuracies.flatMap(([line, values]) =>
    values.map((test, i) => ({ ...run(line, 2, 0, test, 1), at: { homophily: grid.x.values[i], signal: 2 } })),
  );
  expect(resultWords({ ...looked({}, runs), spec: over })).toBe(
    'In test accuracy GCN is furthest above GCNII at homophily 1 and signal 2 (+20.0 points), and furthest below it at ' +
      'homophily 0.5 and signal 2 (\u221230.0 points). From homophily 1 on GCN is above GCNII on average.',
  );
  expect(resultWords({ ...looked({}, runs.slice(1)), spec: over })).toBe('');
});

it('says nothing of what is not there yet', () => {
  expect(resultWords(looked({}, []))).toBe('');
  expect(resultWords(looked({}, RUNS.slice(0, 2)))).toBe('');
  expect(resultWords(looked({ of: 'mad', against: 'test' }, RUNS.slice(0, 2)))).toBe('');
});

it('says how two quantities rank, and which measure does most', () => {
  expect(resultWords(looked({ of: 'mad', against: 'test' }))).toMatch(
    /^Over 8 runs Spearman’s rank correlation of mean cosine distance and test accuracy is ρ = 0\.9\d: mostly, the more of the one, the more of the other\.$/,
  );
  expect(resultWords(looked({ of: 'mad', against: 'test', when: 'untrained' }))).toContain('is always the same');
});

it('ranks the strongest first, whichever way it goes', () => {
  const [first, second] = rankingsOf(looked(), 'test', 'trained');
  expect([first.quantity, second.quantity].sort()).toEqual(['dirichlet', 'mad']);
  expect(first.correlation).toBeCloseTo(-(second.correlation ?? 0));
});

it('has the mean and spread of each line at each depth', () => {
  const cell = cellsOf(looked(), 'test', 'trained').find(({ line, depth }) => line === 'GCN' && depth === 1);
  expect(cell).toMatchObject({ least: 0.6, most: 0.8, mean: expect.closeTo(0.7), deviation: expect.closeTo(0.1) });
});
