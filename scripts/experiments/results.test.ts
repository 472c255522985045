import { describe, expect, it } from 'vitest';
import { ROOT } from '../prepare.mjs';
import { complaints, missingRuns, type Results, type Run, summary, table, withRun } from './results.mjs';
import { readSpecifications, type Specification } from './specification.mjs';

const specification = (name: string, seeds: number): Specification => ({
  name,
  title: name.toUpperCase(),
  source: '',
  dataset: 'cora',
  seeds,
  recipe: {},
  task: {},
  expected: { atLeast: 0.8, atMost: 0.82 },
});
const run = (seed: number, test: number): Run => ({ seed, test, validation: 0, bestEpoch: 1, epochs: 2, seconds: 3 });
const [a, b] = [specification('a', 3), specification('b', 1)];

describe('experiments', () => {
  it('go on where they stopped, seeds in turn', () => {
    const results: Results = withRun({}, a, run(1, 0.8));
    const missing = missingRuns([a, b], results).map((one) => `${one.specification.name}${one.seed}`);
    expect(missing).toEqual(['a0', 'b0', 'a2']);
  });

  it('start anew where the specification has changed', () => {
    const changed = { ...a, task: { epochs: 3 } };
    const results = withRun(withRun({}, a, run(1, 0.8)), a, run(0, 0.7));
    expect(results.a.runs.map(({ seed }) => seed)).toEqual([0, 1]);
    expect(missingRuns([changed], results)).toHaveLength(3);
    expect(withRun(results, changed, run(2, 0.9)).a.runs).toEqual([run(2, 0.9)]);
  });

  it('are a table of means and deviations, and complain of a mean out of range when all are there', () => {
    const two = withRun(withRun({}, a, run(0, 0.8)), a, run(1, 0.9));
    expect(summary([0.8, 0.9])).toEqual({ mean: expect.closeTo(0.85), deviation: expect.closeTo(0.05) });
    expect(table([a, b], two).split('\n').slice(2)).toEqual([
      '| A | cora | 2 of 3 | 85 ± 5 | 80–82 | 3.0 |',
      '| B | cora | 0 of 1 | – | 80–82 | – |',
    ]);
    expect(complaints([a, b], two)).toEqual([]);
    expect(complaints([a], withRun(two, a, run(2, 0.85)))).toEqual(['a: 85 % is not 80–82 %']);
  });

  it('have specifications that can be read, each with a title, a source and ten seeds', () => {
    const all = readSpecifications(`${ROOT}/scripts/experiments/specifications`);
    expect(all.map(({ name }) => name)).toContain('gcn-cora');
    for (const one of all) {
      expect(
        [one.title, one.source].every((text) => text.length > 0),
        one.name,
      ).toBe(true);
      expect(one.seeds, one.name).toBe(10);
    }
  });
});
