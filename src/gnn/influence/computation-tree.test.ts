import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { NODE_BACKENDS, useBackend } from '../testing/node';
import { computationTree } from './computation-tree';
import { describeTree } from './computation-tree.suite';
import { goOn, traceOf } from './testing/trace';

for (const name of NODE_BACKENDS) describeTree(name, () => useBackend(name));

const star = graphFromPlain({ nodes: 8, edges: [1, 2, 3, 4, 5, 6].map((v): [number, number] => [0, v]) });

describe('computation tree', () => {
  beforeAll(() => useBackend('cpu'));
  const identity = { conv: 'gcn', hops: 2, weights: { kind: 'identity' } };

  it('shows the strongest of all whom the level above hears, by parent, and says how many more there are', async () => {
    const trace = await traceOf(star, identity);
    const [root, first, second] = await computationTree(trace, 1, 2, 3, goOn);
    expect(root).toEqual({
      hop: 2,
      shown: [{ node: 1, parent: -1, influence: 4, unlinked: false }],
      more: 0,
      silent: 0,
    });
    // A leaf hears itself, ½, more than the hub, 1/√14.
    expect(first.shown.map(({ node, parent }) => [node, parent])).toEqual([
      [1, 0],
      [0, 0],
    ]);
    expect(first.shown[1].influence).toBeCloseTo(4 / Math.sqrt(14), 5);
    expect(second.shown.map(({ node, parent }) => [node, parent])).toEqual([
      [1, 0],
      [0, 0],
      [expect.any(Number), 1],
    ]);
    expect(second.shown[0].influence).toBeCloseTo(1, 5);
    expect(second.more).toBe(6);
  });

  it('counts the neighbours that have no influence, and ends where nobody has any', async () => {
    const weights = { kind: 'random', seed: 1, gain: 0 };
    const trace = await traceOf(star, { conv: 'gcn', hops: 2, width: 3, activation: 'none', weights });
    expect(await computationTree(trace, 0, 2, 5, goOn)).toHaveLength(1);
    const deaf = await traceOf(star, { conv: 'sage', hops: 1, width: 3, options: { root: false }, activation: 'none' });
    const [, heard] = await computationTree(deaf, 1, 1, 5, goOn);
    expect(heard.shown.map(({ node }) => node)).toEqual([0]);
    expect(heard.silent).toBe(0);
  });

  it('keeps walks that are too weak for 32-bit numbers', async () => {
    const weights = { kind: 'random', seed: 1, gain: 1e-4 };
    const trace = await traceOf(star, { conv: 'gcn', hops: 20, width: 3, activation: 'none', weights });
    const levels = await computationTree(trace, 0, 20, 2, goOn);
    expect(levels).toHaveLength(21);
    expect(levels[20].shown[0].influence).toBeGreaterThan(0);
    expect(levels[20].shown[0].influence).toBeLessThan(1e-60);
  });

  it('refuses what is not there, stops where it is told to, and leaves nothing behind', async () => {
    const trace = await traceOf(star, identity);
    const before = memory().numTensors;
    await expect(computationTree(trace, 9, 1, 3, goOn)).rejects.toThrow('There is no node 9');
    await expect(computationTree(trace, 0, 1, 0, goOn)).rejects.toThrow('A level cannot be 0 wide');
    const stop = async () => {
      throw new Error('stopped');
    };
    await expect(computationTree(trace, 0, 2, 3, stop)).rejects.toThrow('stopped');
    expect(memory().numTensors).toBe(before);
  });
});
