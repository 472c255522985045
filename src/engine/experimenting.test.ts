import { beforeEach, describe, expect, it } from 'vitest';
import type { ExperimentRun } from '../gnn/experiments/results';
import { runExperiment } from '../gnn/experiments/run-experiment';
import { countRuns } from '../gnn/experiments/specification';
import { graphsFor, SMALL } from '../gnn/experiments/testing/small';
import { validateExperiment } from '../gnn/experiments/validate';
import { circlesOfFriends } from '../graph/generators/circles';
import { karateClub } from '../graph/generators/karate';
import { completeRecipe } from '../recipe/defaults';
import { createEngineCalls } from './engine';
import type { EngineCalls, ExperimentListeners } from './protocol';

const circles = circlesOfFriends();
const spec = validateExperiment(SMALL);
const graphs = graphsFor(spec, () => circles);
const untimed = (run: ExperimentRun) => ({ ...run, seconds: 0 });

describe('the engine experiments', { timeout: 60_000 }, () => {
  let engine: EngineCalls;
  let made: ExperimentRun[];
  const listening = (onProgress: ExperimentListeners['onProgress'] = () => {}): ExperimentListeners => ({
    onRun: (run) => void made.push(untimed(run)),
    onProgress,
  });
  beforeEach(async () => {
    made = [];
    engine = createEngineCalls();
    await engine.start('cpu');
  });

  it('with the numbers that a run without it gives, on a graph of its own, beside the trace', async () => {
    await engine.setGraph(karateClub());
    await engine.run(completeRecipe({ hops: 2 }), () => {});
    const before = await engine.embedding(2);
    await engine.experiment(spec, graphs, [], listening());
    expect(await engine.embedding(2)).toEqual(before);

    const directly: ExperimentRun[] = [];
    await runExperiment(spec, graphs, [], 'cpu', {
      onRun: (run) => void directly.push(untimed(run)),
      onProgress() {},
      async checkpoint() {},
    });
    expect(made).toEqual(directly);
  });

  it('and stops when it is cancelled, also while it is held, and goes on from what was made', async () => {
    const stopAt = (runs: number, stop: () => Promise<unknown>) =>
      listening(() => {
        if (made.length === runs) void stop();
      });
    const rejected = { name: 'RunCancelled' };
    const cancel = () => engine.cancel();
    await expect(engine.experiment(spec, graphs, [], stopAt(2, cancel))).rejects.toMatchObject(rejected);
    expect(made).toHaveLength(2);
    const held = () => engine.pause(true).then(cancel);
    await expect(engine.experiment(spec, graphs, made, stopAt(3, held))).rejects.toMatchObject(rejected);
    expect(made).toHaveLength(3);
    await engine.experiment(spec, graphs, made, listening());
    expect(made.map(({ line, depth, seed }) => `${line} ${depth} ${seed}`)).toEqual([
      ...['GCN 1 0', 'GCNII 1 0', 'GCN 1 5', 'GCNII 1 5'],
      ...['GCN 3 0', 'GCNII 3 0', 'GCN 3 5', 'GCNII 3 5'],
    ]);
  });

  it('and ends only when every run has been heard of, however late', async () => {
    const late: ExperimentRun[] = [];
    const onRun = (run: ExperimentRun) =>
      new Promise<void>((heard) => setTimeout(() => heard(void late.push(untimed(run)))));
    await engine.experiment(spec, graphs, [], { onRun, onProgress() {} });
    expect(late).toHaveLength(countRuns(spec));
  });

  it('and refuses what is wrong with the specification', async () => {
    const wrong = engine.experiment({ ...spec, seeds: [] }, graphs, [], listening());
    await expect(wrong).rejects.toThrow('Experiment: seeds is empty');
  });
});
