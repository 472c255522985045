import { expect, it } from 'vitest';
import { SMALL } from '../gnn/experiments/testing/small';
import { validateExperiment } from '../gnn/experiments/validate';
import { experimentClock } from './experiment-clock';

const spec = validateExperiment({ ...SMALL, lines: SMALL.lines.slice(0, 1), depths: [2, 6], seeds: [0, 1] });
const run = (depth: number, seed: number) => ({
  ...{ line: 'GCN', depth, seed, untrained: {}, trained: null, failure: null, backend: 'wasm', seconds: 0 },
});

it('judges by what was made how long the rest takes, a run as long as it has hops', () => {
  let time = 0;
  const clock = experimentClock(spec, [], () => time);
  expect(clock.secondsLeft([], null)).toBeNull();
  time = 4000;
  // 4 of 24.
  expect(clock.secondsLeft([run(2, 0)], null)).toBeCloseTo(20);
  clock.pause(true);
  time = 60_000;
  expect(clock.secondsLeft([run(2, 0)], null)).toBeCloseTo(20);
  clock.pause(false);
  time = 66_000;
  // 4 + 4 + half of 8, in ten seconds.
  const under = { line: 'GCN', depth: 6, seed: 0, fraction: 0.5 };
  expect(clock.secondsLeft([run(2, 0), run(2, 1)], under)).toBeCloseTo(10);
});

it('does not count what was there before', () => {
  let time = 0;
  const before = [run(2, 0), run(2, 1)];
  const clock = experimentClock(spec, before, () => time);
  time = 8000;
  expect(clock.secondsLeft(before, null)).toBeNull();
  expect(clock.secondsLeft([...before, run(6, 0)], null)).toBeCloseTo(8);
});
