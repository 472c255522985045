import { readFile } from 'node:fs/promises';
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import type { DenseMatrix, FeatureMatrix } from '../../graph/graph';
import { hopsFrom } from '../../graph/hops';
import { withZeroRows } from '../../graph/matrix-rows';
import { wiringOf } from '../../graph/wiring/wiring';
import { CONVS, DESCRIPTORS, radiusOf } from '../../recipe/descriptors';
import { NODE_BACKENDS, useBackend } from '../testing/node';
import { largestDifference, randomArray, tolerance } from '../testing/patterns';
import { referenceHops } from '../testing/stack';
import { influenceOn } from './influence';
import { describeInfluence } from './influence.suite';
import type { Traced } from './pull-back';
import { goOn, traceOf } from './testing/trace';

const read = async (name: string) =>
  new Uint8Array(await readFile(new URL(`../../../scripts/pyg/fixtures/${name}.safetensors`, import.meta.url)));

for (const name of NODE_BACKENDS) describeInfluence(name, () => useBackend(name), read);

/** Two triangles joined by a path of three, and a node of its own. */
const graph = graphFromPlain({
  nodes: 10,
  edges: [
    ...[0, 1, 2, 6, 7, 8].map((v): [number, number] => [v, v % 3 === 2 ? v - 2 : v + 1]),
    ...[2, 3, 4, 5].map((v): [number, number] => [v, v + 1]),
  ],
});

/** ‖∂h_v^(k)/∂h_u^(0)‖_F by central differences of the stack written out in float64. */
function byDifferences({ graph: on, recipe, hops: [h0], parameters }: Traced, node: number, hop: number): number[] {
  const { data, columns } = h0 as DenseMatrix;
  const step = 2 ** -9;
  const rowWith = (at: number, value: number) => {
    const moved: FeatureMatrix = { ...(h0 as DenseMatrix), data: data.with(at, value) };
    const row = referenceHops(on, recipe, moved, parameters)[hop];
    const width = row.length / on.nodeCount;
    return row.subarray(node * width, (node + 1) * width);
  };
  return Array.from({ length: on.nodeCount }, (_, u) => {
    let squares = 0;
    for (let at = u * columns; at < (u + 1) * columns; at++) {
      const [up, down] = [Math.fround(data[at] + step), Math.fround(data[at] - step)];
      const [above, below] = [rowWith(at, up), rowWith(at, down)];
      above.forEach((value, c) => {
        squares += ((value - below[c]) / (up - down)) ** 2;
      });
    }
    return Math.sqrt(squares);
  });
}

describe('influence', () => {
  beforeAll(() => useBackend('cpu'));

  it.each([
    { conv: 'gcn', hops: 5, width: 4, activation: 'tanh' },
    { conv: 'gcn', hops: 3, width: 5, activation: 'elu', norm: 'pair', residual: 'skip' },
    { conv: 'gcn', hops: 4, width: 3, activation: 'tanh', norm: 'pair-si', residual: 'initial' },
    { conv: 'sage', hops: 4, width: 4, activation: 'tanh', norm: 'layer' },
    { conv: 'sage', hops: 3, width: 4, activation: 'none', options: { root: false } },
    { conv: 'mlp', hops: 3, width: 4, activation: 'tanh' },
  ])('is what finite differences give: %o', async (recipe) => {
    const trace = await traceOf(graph, { input: { kind: 'random', seed: 2, width: 3 }, ...recipe });
    for (const [node, hop] of [
      [2, 1],
      [4, recipe.hops],
      [9, 2],
    ]) {
      const expected = byDifferences(trace, node, hop);
      expect(largestDifference(await influenceOn(trace, node, hop, goOn), expected)).toBeLessThan(
        tolerance(expected, 1e-4),
      );
    }
  });

  it.each([
    { conv: 'gcn', hops: 2, width: 4, activation: 'tanh' },
    { conv: 'sage', hops: 3, width: 4, activation: 'none', options: { root: false } },
    { conv: 'gcn', hops: 3, weights: { kind: 'identity' } },
  ])('goes through a virtual node as through any other: %o', async (recipe) => {
    const given = { input: { kind: 'random', seed: 2, width: 3 }, ...recipe };
    const trace = await traceOf(graph, { ...given, virtualNode: true });
    const along = wiringOf(graph, { virtualNode: true }).graph;
    const features = withZeroRows(trace.hops[0], along.nodeCount);
    const asNode = await traceOf({ ...along, features }, { ...given, input: { kind: 'given' } }, trace.parameters);
    const found = await influenceOn(trace, 9, 2, goOn);
    expect([...found]).toEqual([...(await influenceOn(asNode, 9, 2, goOn))].slice(0, -1));
    expect(found.every((value) => value > 0)).toBe(true);
  });

  it('comes from everybody in a fully-adjacent last layer, by the hops before it', async () => {
    const recipe = { conv: 'sage', hops: 3, weights: { kind: 'identity' }, input: { kind: 'onehot' } };
    const plain = await traceOf(graph, { ...recipe, hops: 2 });
    const trace = await traceOf(graph, { ...recipe, fullyAdjacentLast: true });
    // A mean over the nine others, each with the influence it had two hops in.
    const others = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7, 8].map((v) => influenceOn(plain, v, 2, goOn)));
    const expected = Array.from({ length: 10 }, (_, u) => others.reduce((sum, one) => sum + one[u], 0) / 9);
    expect(largestDifference(await influenceOn(trace, 9, 3, goOn), expected)).toBeLessThan(tolerance(expected, 1e-4));
    expect([...(await influenceOn(trace, 9, 2, goOn))].filter((value) => value > 0)).toHaveLength(0);
  });

  it.each(CONVS)('of %s is 0 beyond the hops it has heard from', async (conv) => {
    const encoder = DESCRIPTORS[conv].width === 'kept' ? 'linear' : 'none';
    const trace = await traceOf(graph, { conv, hops: 2, width: 6, activation: 'tanh', encoder });
    const found = await influenceOn(trace, 0, 2, goOn);
    const distance = hopsFrom(graph, 0);
    found.forEach((value, u) => {
      if (distance[u] < 0 || distance[u] > 2 * radiusOf(trace.recipe)) expect(value).toBe(0);
    });
    expect(Math.max(...found)).toBeGreaterThan(0);
  });

  it('reaches every node through PairNorm, which looks at all of them', async () => {
    const trace = await traceOf(graph, { hops: 2, width: 4, activation: 'tanh', norm: 'pair' });
    expect((await influenceOn(trace, 0, 1, goOn)).every((value) => value > 0)).toBe(true);
  });

  it('of hop 0 is the identity’s, on the node itself', async () => {
    const trace = await traceOf(graph, { hops: 1, width: 9 });
    expect([...(await influenceOn(trace, 3, 0, goOn))]).toEqual([0, 0, 0, 3, 0, 0, 0, 0, 0, 0]);
  });

  it('stays a number where its square is none', async () => {
    const weights = { kind: 'random', seed: 3, gain: 1e-5 };
    const trace = await traceOf(graph, { hops: 5, width: 4, activation: 'none', weights });
    const found = await influenceOn(trace, 0, 5, goOn);
    expect(found[0]).toBeGreaterThan(0);
    expect(found[0]).toBeLessThan(1e-22);
    const ten = { ...trace.parameters };
    for (const [name, one] of Object.entries(ten)) ten[name] = { ...one, data: one.data.map((w) => w * 10) };
    expect((await influenceOn({ ...trace, parameters: ten }, 0, 5, goOn))[0] / found[0]).toBeCloseTo(1e5, -1);
  });

  it('says when a derivative is no number any more', async () => {
    const trace = await traceOf(graph, { hops: 4, width: 4, activation: 'tanh' });
    const parameters = { ...trace.parameters };
    for (const [name, one] of Object.entries(parameters)) {
      parameters[name] = { ...one, data: randomArray(one.data.length, 5).map((w) => w * 1e15) };
    }
    const still = {
      ...trace,
      hops: trace.hops.map((hop) => ({ ...(hop as DenseMatrix), data: new Float32Array(hop.rows * hop.columns) })),
    };
    await expect(
      influenceOn({ ...still, recipe: { ...trace.recipe, activation: 'none' }, parameters }, 0, 4, goOn),
    ).rejects.toThrow(/left the range of 32-bit numbers/);
  });

  it('tells how far it is, stops where it is told to, and leaves nothing behind', async () => {
    const trace = await traceOf(graph, { hops: 3, width: 4 });
    const before = memory().numTensors;
    const told: number[] = [];
    await influenceOn(trace, 0, 3, async (fraction) => void told.push(fraction), 1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    const stop = async (fraction: number) => {
      if (fraction > 0.4) throw new Error('stopped');
    };
    await expect(influenceOn(trace, 0, 3, stop, 1)).rejects.toThrow('stopped');
    expect(memory().numTensors).toBe(before);
  });

  it('refuses what is not there, and what is too large', async () => {
    const trace = await traceOf(graph, { hops: 1 });
    await expect(influenceOn(trace, 10, 1, goOn)).rejects.toThrow('nodes are numbered 0 to 9');
    await expect(influenceOn(trace, 0, 2, goOn)).rejects.toThrow('this trace has hops 0 to 1');
    const wide = { ...trace, hops: trace.hops.map((hop) => ({ ...hop, columns: 2 ** 22 })) };
    await expect(influenceOn(wide, 0, 1, goOn)).rejects.toThrow(/about 1\.1 GiB .* budget is 1\.0 GiB.*smaller width/);
  });
});
