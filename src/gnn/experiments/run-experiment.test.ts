import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { circlesOfFriends } from '../../graph/generators/circles';
import { treeNeighboursMatch } from '../../graph/generators/tree-neighbours-match';
import { useBackend } from '../testing/node';
import { type ExperimentRun, missingJobs, reportOf } from './results';
import { runExperiment } from './run-experiment';
import { graphOf } from './specification';
import { graphsFor, SMALL } from './testing/small';
import { validateExperiment } from './validate';

const graph = circlesOfFriends();
const spec = validateExperiment(SMALL);

beforeAll(() => useBackend('cpu'));

/** Makes what is missing. @param stopAfter so many checkpoints, then throws. */
async function go(
  made: ExperimentRun[] = [],
  stopAfter = Number.POSITIVE_INFINITY,
  of = spec,
): Promise<ExperimentRun[]> {
  const runs = [...made];
  let passed = 0;
  const graphs = graphsFor(of, () => graph);
  await runExperiment(of, graphs, made, 'cpu', {
    onRun: (run) => void runs.push({ ...run, seconds: 0 }),
    onProgress() {},
    async checkpoint() {
      if (++passed > stopAfter) throw new Error('stopped by hand');
    },
  }).catch((error: Error) => expect(error.message).toBe('stopped by hand'));
  return runs;
}

describe('an experiment', { timeout: 60_000 }, () => {
  it('stopped at any point and gone on with comes to what it is without a stop', async () => {
    const tensors = memory().numTensors;
    const whole = await go();
    expect(whole).toHaveLength(8);
    for (const stopAfter of [0, 5, 40]) {
      const half = await go([], stopAfter);
      expect(half.length).toBeLessThan(8);
      expect(await go(half)).toEqual(whole);
    }
    expect(memory().numTensors).toBe(tensors);
  });

  it('measures each network untrained and trained, shallow ones first', async () => {
    const runs = await go();
    expect(runs.map(({ line, depth, seed }) => `${line} ${depth} ${seed}`).slice(0, 5)).toEqual([
      ...['GCN 1 0', 'GCNII 1 0', 'GCN 1 5', 'GCNII 1 5', 'GCN 3 0'],
    ]);
    for (const { untrained, trained, failure } of runs) {
      expect(failure).toBeNull();
      expect(Object.keys(untrained)).toEqual(['dirichlet', 'mad']);
      // The best may be the untrained network itself.
      if (trained?.bestEpoch === 0) expect(trained.measures).toEqual(untrained);
      else expect(trained?.measures).not.toEqual(untrained);
      expect(trained?.epochs).toBe(3);
      expect(trained?.test).toBeGreaterThanOrEqual(0);
    }
    expect(runs.some(({ trained }) => trained && trained.bestEpoch > 0)).toBe(true);
    expect(reportOf(spec, runs).complete).toBe(true);
    const deeper = validateExperiment({ ...SMALL, depths: [1, 3, 4] });
    expect(missingJobs(deeper, runs).map(({ depth }) => depth)).toEqual([4, 4, 4, 4]);
  });

  it('leaves networks untrained without a task', async () => {
    const [first] = await go([], Number.POSITIVE_INFINITY, validateExperiment({ ...SMALL, task: null, depths: [2] }));
    expect(first).toMatchObject({ trained: null, untrained: { mad: expect.any(Number) } });
  });

  it('runs on the graph of each depth and place, and tells the training accuracy where that counts', async () => {
    const trees = validateExperiment({
      ...{ version: 1, name: 'trees', score: 'train', measures: [], seeds: [0], depths: [2, 3] },
      graph: { id: 'tree-match', byDepth: { radius: -1, trees: [5, 7] } },
      lines: [{ name: 'GIN', recipe: { conv: 'gin', width: 8, decoder: 'linear' } }],
      task: { epochs: 2 },
    });
    const asked: number[] = [];
    const graphs = graphsFor(trees, (job) => {
      const { radius, trees: many } = graphOf(trees, job).parameters;
      asked.push(radius, many);
      return treeNeighboursMatch({ radius, trees: many, seed: 1 });
    });
    const runs: ExperimentRun[] = [];
    await runExperiment(trees, graphs, [], 'cpu', {
      onRun: (run) => void runs.push(run),
      onProgress() {},
      async checkpoint() {},
    });
    expect(asked).toEqual([1, 5, 2, 7]);
    expect(runs.map(({ depth }) => depth)).toEqual([2, 3]);
    for (const [i, { trained, failure }] of runs.entries()) {
      const right = (trained?.train ?? Number.NaN) * [5, 7][i];
      expect(failure).toBeNull();
      expect(right).toBeCloseTo(Math.round(right));
      expect([trained?.validation, trained?.test]).toEqual([null, null]);
    }
  });

  it('tells why a run could not be made and goes on with the others', async () => {
    const blasting = { conv: 'gin', width: 64, activation: 'none', residual: 'skip', decoder: 'linear' };
    const lines = [{ name: 'GIN', recipe: blasting }, SMALL.lines[0]];
    const wild = validateExperiment({ ...SMALL, lines, depths: [128], seeds: [0], task: null });
    const [gin, gcn] = await go([], Number.POSITIVE_INFINITY, wild);
    expect(gin).toMatchObject({ untrained: {}, failure: expect.stringContaining('left the range of 32-bit numbers') });
    expect(gcn.failure).toBeNull();
  });

  it('refuses before its first run what a graph cannot give, naming the line', async () => {
    const bare = { ...graph, features: null, labels: null, classes: [] };
    const given = { name: 'x', graph: { id: 'bare' }, recipe: { conv: 'gcn', input: { kind: 'given' } } };
    const two = validateExperiment({ ...SMALL, lines: [SMALL.lines[0], given] });
    const graphs = graphsFor(two, ({ line }) => (line.graph ? bare : graph));
    const run = runExperiment(two, graphs, [], 'cpu', {
      onRun: () => expect.unreachable(),
      onProgress() {},
      async checkpoint() {},
    });
    await expect(run).rejects.toThrow(
      'Experiment: lines[1].recipe.input.kind is "given", but this graph has no features',
    );
  });
});
