import { memory, type Tensor2D, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import type { Graph } from '../../graph/graph';
import { seededRandom } from '../../graph/random';
import { CONVS, DESCRIPTORS } from '../../recipe/descriptors';
import { factsOf } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';
import { NORMS, validateRecipe } from '../../recipe/validate';
import { useBackend } from '../testing/node';
import { createModel, stackOf } from './model';
import { runRecipe } from './run';
import { encode, nextHop, type Stack } from './stack';
import { stackShape } from './widths';
import { hopMemory, refuseBeyondWorkingMemory } from './working-memory';

const relations = Array.from({ length: 200 }, (_, r) => ({ source: r, target: r + 1, relation: r }));
const graph = graphFromPlain({ nodes: 100_000, edges: relations });

const recipeOf = (given: object) =>
  validateRecipe({ input: { kind: 'degree' }, encoder: 'linear', hops: 2, ...given }, factsOf(graph));
const refuse = (recipe: Recipe) => () =>
  refuseBeyondWorkingMemory({ graph, recipe, shape: stackShape(recipe, 1, graph) });

describe('what a hop holds at once', () => {
  beforeAll(() => useBackend('cpu'));

  it.each([
    [{ conv: 'rgcn', width: 64 }, 'Hop 1 would hold about 14.4 GiB', 'the sums of 200 relations', 8],
    [{ conv: 'cheb', width: 256, options: { K: 10 } }, 'about 5.1 GiB', 'the 10 terms', 99],
    [{ conv: 'gat', width: 256, heads: 8, options: { concat: false } }, 'about 4.2 GiB', '8 heads of 256 columns', 121],
    [
      { conv: 'gatv2', width: 256, heads: 8, options: { concat: false } },
      'about 5.0 GiB',
      '8 heads of 256 columns',
      102,
    ],
    [
      { conv: 'transformer', width: 256, heads: 8, options: { concat: false } },
      'about 6.5 GiB',
      '8 heads of 256 columns',
      78,
    ],
    [{ conv: 'gcn', width: 128, norm: 'dgn', decoder: 'linear' }, 'about 4.7 GiB', 'the norm’s 10 groups', 54],
  ])('is refused where it does not fit, with what does: %j', async (given, most, what, width) => {
    const recipe = recipeOf(given);
    const [refusal, hop] = [refuse(recipe), vi.fn()];
    expect(refusal).toThrow(most);
    expect(refusal).toThrow(what);
    expect(refusal).toThrow(`the budget is 2.0. Take a width of at most ${width}.`);
    await expect(runRecipe(graph, { ...recipe, hops: 1 }, hop)).rejects.toThrow('would hold about');
    expect(hop).not.toHaveBeenCalled();
    expect(refuse(recipeOf({ ...given, width }))).not.toThrow();
  });

  it.each(CONVS)('is no hindrance to ordinary recipes on a large graph: %s', (conv) => {
    const plain = graphFromPlain({ nodes: 100_000, edges: relations.map(({ source, target }) => [source, target]) });
    const heads = DESCRIPTORS[conv].heads ? 8 : 1;
    const recipe = validateRecipe(
      { conv, heads, width: conv === 'mixhop' ? 66 : 64, hops: 4, encoder: 'linear', input: { kind: 'degree' } },
      factsOf(plain),
    );
    expect(() =>
      refuseBeyondWorkingMemory({ graph: plain, recipe, shape: stackShape(recipe, 1, plain) }),
    ).not.toThrow();
  });

  /** Bytes of what a hop of random rows makes, and what is counted on. */
  function hopOf(busy: Graph, given: object): { made: number; counted: number } {
    const recipe = validateRecipe({ input: { kind: 'degree' }, hops: 1, ...given }, factsOf(busy));
    const model = createModel(busy, recipe);
    const stack: Stack = { ...stackOf(model, null), statistics: 'calibration' };
    const before = memory().numBytes;
    const made = tidy(() => {
      const x = encode(stack, model.input) as Tensor2D;
      const begun = memory().numBytes;
      nextHop(stack, 0, x, x);
      return memory().numBytes - begun;
    });
    const { bytes } = hopMemory(model, 0, 1);
    model.dispose();
    expect(memory().numBytes).toBeLessThan(before);
    return { made, counted: bytes };
  }

  const random = seededRandom(3);
  const edges = Array.from({ length: 1200 }, (_, e) => ({
    ...{ source: random.below(400), target: random.below(400), relation: e % 12 },
  }));

  it.each(CONVS.flatMap((conv) => [false, true].map((featured) => ({ conv, featured }))))(
    'is what is counted on, or less, and not much less: $conv, edge features $featured',
    ({ conv, featured }) => {
      const busy = graphFromPlain({
        nodes: 400,
        edges,
        edgeFeatures: featured ? edges.map(() => [1, 2, 3]) : undefined,
      });
      const { heads: several, parts = 1 } = DESCRIPTORS[conv];
      const shape = { heads: several ? 4 : 1, width: 8 * parts, encoder: 'linear', decoder: 'linear' };
      const { made, counted } = hopOf(busy, { conv, ...shape, activation: 'relu' });
      expect(made).toBeLessThanOrEqual(counted);
      expect(counted).toBeLessThan(4 * made);
    },
  );

  it.each(NORMS.flatMap((norm) => [1, 16].map((width) => ({ norm, width }))))(
    'counts the norm: $norm of $width columns',
    ({ norm, width }) => {
      const busy = graphFromPlain({ nodes: 400, edges });
      const shape = { width, encoder: 'linear', decoder: 'linear' };
      const plain = hopOf(busy, { conv: 'gcn', ...shape, norm: 'none' });
      const normed = hopOf(busy, { conv: 'gcn', ...shape, norm });
      const [made, counted] = [normed.made - plain.made, normed.counted - plain.counted];
      // A few numbers a column are not counted, which are a small part even with so few nodes.
      expect(made).toBeLessThanOrEqual(1.03 * counted);
      expect(counted).toBeLessThanOrEqual(1.5 * made);
    },
  );
});
