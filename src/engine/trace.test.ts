import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../gnn/testing/node';
import { graphFromPlain } from '../graph/from-plain';
import { factsOf } from '../recipe/facts';
import { validateRecipe } from '../recipe/validate';
import { computeTrace } from './trace';

describe('trace', () => {
  beforeAll(() => useBackend('cpu'));

  const path = graphFromPlain({ nodes: 5, edges: [0, 1, 2, 3].map((v): [number, number] => [v, v + 1]) });
  const traceOf = async (given: object) => {
    const recipe = validateRecipe({ hops: 2, width: 6, ...given }, factsOf(path));
    const settings = {
      onProgress: () => {},
      checkpoint: () => Promise.resolve(),
    };
    return (await computeTrace(path, recipe, { backend: 'cpu', ...settings })).trace;
  };
  const reach = async (given: object) => (await traceOf(given)).measures.map((row) => row.reach);

  it('counts the hops that its layers see', async () => {
    expect(await reach({ conv: 'gcn' })).toEqual([1 / 5, 13 / 25, 19 / 25]);
    expect(await reach({ conv: 'cheb', options: { K: 3 } })).toEqual([1 / 5, 19 / 25, 1]);
    expect(await reach({ conv: 'cheb', options: { K: 1 } })).toEqual([1 / 5, 1 / 5, 1 / 5]);
    expect(await reach({ conv: 'mlp' })).toEqual([1 / 5, 1 / 5, 1 / 5]);
  });

  it('says when a norm lets every node see all', async () => {
    for (const norm of ['batch', 'pair', 'pair-si', 'dgn']) {
      expect((await traceOf({ norm })).notes.reach).toContain('by edges alone');
    }
    for (const norm of ['none', 'layer']) expect((await traceOf({ norm })).notes.reach).toBeUndefined();
  });

  it('tells what messages run along where the graph is rewired, and how well both hang together', async () => {
    expect((await traceOf({})).rewired).toBeUndefined();
    const { rewired } = await traceOf({ rewiring: { kind: 'fosr', share: 0.5 } });
    expect(rewired?.edges.edgeCount).toBe(4 + 2);
    const [before, after] = rewired?.spectralGap ?? [0, 0];
    expect(before).toBeCloseTo(1 - Math.cos(Math.PI / 4), 4);
    expect(after).toBeGreaterThan(before);
    const [own, along] = [await reach({}), await reach({ rewiring: { kind: 'fosr', share: 0.5 } })];
    expect(along[1], 'reach goes by them').toBeCloseTo((own[1] ?? 0) + 4 / 25);
  });
});
