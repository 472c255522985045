import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { barabasiAlbert } from '../../graph/generators/barabasi-albert';
import { completeRecipe } from '../../recipe/defaults';
import type { ConvName } from '../../recipe/recipe';
import { bindAtMost } from '../testing/bind-at-most';
import { largestDifference } from '../testing/patterns';
import { useWebGPU } from '../testing/webgpu';
import { toDense } from './dense';
import { runRecipe } from './run';

/** Sixty nodes with about a thousand messages. */
const graph = barabasiAlbert({ nodes: 60, edgesPerNode: 9, seed: 1 });

const recipeOf = (conv: ConvName, width: number) =>
  completeRecipe({ conv, hops: 2, width, heads: 4, input: { kind: 'random', normalise: 'none', width: 8 } });

describe('on a device that binds little', () => {
  beforeAll(useWebGPU);
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(['gat', 'gatv2', 'transformer'] as const)(
    '%s computes its heads in turn, with the same result',
    async (conv) => {
      const recipe = recipeOf(conv, 8);
      const expected = await runRecipe(graph, recipe, () => {});
      // Our kernels refuse what is larger: the coefficients of four heads, 16 KiB.
      bindAtMost(2 ** 13);
      const { hops } = await runRecipe(graph, recipe, () => {});
      const last = toDense(expected.hops[2]).data;
      expect(largestDifference(toDense(hops[2]).data, last)).toBeLessThan(1e-5);
      expect(last.some((value) => value !== 0)).toBe(true);
    },
  );

  it('refuses a hop that does not fit before it computes one', async () => {
    bindAtMost(2 ** 13);
    const hop = vi.fn();
    await expect(runRecipe(graph, recipeOf('gat', 64), hop)).rejects.toThrow('One hop would take');
    expect(hop).not.toHaveBeenCalled();
  });
});
