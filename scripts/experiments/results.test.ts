import { describe, expect, it } from 'vitest';
import { type ExperimentRun, missingJobs, runsOf } from '../../src/gnn/experiments/results';
import { validateExperiment } from '../../src/gnn/experiments/validate';
import { ROOT } from '../prepare.mjs';
import { complaints, keptRuns, table, withRun, writtenResults } from './results';
import { readResults } from './results-files';
import { chosenOf, readSpecifications } from './specifications';

const specification = (name: string, seeds: number[]) =>
  validateExperiment({
    ...{
      version: 1,
      name,
      title: name.toUpperCase(),
      graph: { id: 'cora' },
      depths: [2],
      seeds,
      task: {},
      measures: [],
    },
    lines: [{ name: 'GCN', recipe: { conv: 'gcn' } }],
    expected: [{ line: 'GCN', depth: 2, atLeast: 0.8, atMost: 0.82 }],
    published: [{ line: 'GCN', source: 'a paper', points: [{ depth: 2, value: 0.811 }] }],
  });
const run = (seed: number, test: number, failure: string | null = null): ExperimentRun => ({
  ...{ line: 'GCN', depth: 2, seed, untrained: {}, failure, backend: 'wasm', seconds: 3 },
  trained: failure === null ? { measures: {}, test, validation: 0, bestEpoch: 1, epochs: 2 } : null,
});
const [a, b] = [specification('a', [0, 1, 2]), specification('b', [0])];

describe('results', () => {
  it('are kept in order, until what they depend on has changed', () => {
    const results = withRun(withRun({}, a, run(1, 0.8)), a, run(0, 0.7));
    expect(results.a.runs.map(({ seed }) => seed)).toEqual([0, 1]);
    const more = specification('a', [0, 1, 2, 3]);
    expect(missingJobs(more, keptRuns(more, results)).map(({ seed }) => seed)).toEqual([2, 3]);
    const changed = validateExperiment({ ...a, task: { epochs: 3 } });
    expect(keptRuns(changed, results)).toEqual([]);
    expect(withRun(results, changed, run(2, 0.9)).a.runs).toEqual([run(2, 0.9)]);
    expect(JSON.parse(writtenResults(results.a))).toEqual(results.a);
  });

  it('are a table of means and deviations, with complaints of what is out of range or failed', () => {
    const two = withRun(withRun({}, a, run(0, 0.8)), a, run(1, 0.9));
    expect(table([a, b], two).split('\n').slice(2)).toEqual([
      '| A | GCN | 2 | 2 of 3 | 85 ± 5 | 80–82 | 81.1 | +3.9 | 3.0 |',
      '| B | GCN | 2 | 0 of 1 | – | 80–82 | 81.1 |  | – |',
    ]);
    expect(complaints([a, b], two)).toEqual([]);
    expect(complaints([a], withRun(two, a, run(2, 0.85)))).toEqual(['a: GCN at depth 2: 85 % is not 80–82 %']);
    expect(complaints([b], withRun({}, b, run(0, 0, 'too deep')))).toEqual(['b: GCN at depth 2, seed 0: too deep']);
  });

  it('that are committed are good for the specifications that are, which each say what they are for', () => {
    const all = readSpecifications(ROOT);
    const committed = readResults(ROOT);
    expect(all.map(({ name }) => name)).toContain('gcn-cora');
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const spec of all) expect(spec.description, spec.name).not.toBe('');
    for (const name of ['gcn-cora', 'gat-cora', 'gcnii-cora', 'mlp-cora']) {
      const spec = all.find((one) => one.name === name) ?? expect.unreachable(`${name} is missing`);
      expect(runsOf(spec, keptRuns(spec, committed)), name).toHaveLength(10);
    }
    expect(complaints(all, committed)).toEqual([]);
  });

  it('are asked for by name, by how names begin, and by dataset', () => {
    const all = readSpecifications(ROOT);
    const names = (asked: string[], dataset?: string) => chosenOf(all, asked, dataset).map(({ name }) => name);
    expect(names([])).toEqual(all.map(({ name }) => name));
    expect(names(['depth'])).toEqual(expect.arrayContaining(['depth-sweep', 'depth-cora']));
    expect(names(['depth'], 'cora')).toEqual(['depth-cora']);
    expect(() => names(['dept'])).toThrow('There is no dept; there are ');
    expect(() => names(['gcn'], 'karate')).toThrow('Of gcn-cora none is on karate; they are on cora.');
  });
});
