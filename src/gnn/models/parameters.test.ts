import { describe, expect, it } from 'vitest';
import { completeRecipe } from '../../recipe/defaults';
import type { Recipe } from '../../recipe/recipe';
import { drawParameters, layerParameters, streamSeed } from './parameters';

const shapes = (recipe: Recipe, widths: number[]) =>
  Object.fromEntries(Object.entries(drawParameters(recipe, 9, widths)).map(([name, { shape }]) => [name, shape]));

describe('parameters', () => {
  it("have PyG's names and shapes", () => {
    expect(shapes(completeRecipe({ conv: 'gcn', hops: 2 }), [9, 4, 3])).toEqual({
      'convs.0.lin.weight': [4, 9],
      'convs.0.bias': [4],
      'convs.1.lin.weight': [3, 4],
      'convs.1.bias': [3],
    });
    expect(shapes(completeRecipe({ conv: 'sage', hops: 1 }), [9, 3])).toEqual({
      'convs.0.lin_l.weight': [3, 9],
      'convs.0.lin_l.bias': [3],
      'convs.0.lin_r.weight': [3, 9],
    });
    expect(shapes(completeRecipe({ conv: 'mlp', hops: 1, encoder: 'linear' }), [4, 3])).toEqual({
      'encoder.weight': [4, 9],
      'encoder.bias': [4],
      'convs.0.weight': [3, 4],
      'convs.0.bias': [3],
    });
    expect(drawParameters(completeRecipe({ weights: { kind: 'identity' } }), 9, [9, 9])).toEqual({});
  });

  it('fill the Glorot range, scaled by the gain, with biases 0', () => {
    const recipe = completeRecipe({ hops: 1, weights: { kind: 'random', seed: 3, gain: 2 } });
    const state = drawParameters(recipe, 100, [100, 200]);
    const weights = state['convs.0.lin.weight'].data;
    const limit = 2 * Math.sqrt(6 / 300);
    const largest = weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(largest).toBeLessThanOrEqual(limit);
    expect(largest).toBeGreaterThan(0.99 * limit);
    const variance = weights.reduce((sum, value) => sum + value ** 2, 0) / weights.length;
    expect(variance).toBeCloseTo(limit ** 2 / 3, 3);
    expect(state['convs.0.bias'].data.every((value) => value === 0)).toBe(true);
  });

  it('follow their seed, layer by layer: more hops leave the first layers as they were', () => {
    const draw = (seed: number, hops: number) =>
      drawParameters(
        completeRecipe({ hops, weights: { kind: 'random', seed, gain: 1 } }),
        4,
        new Array(hops + 1).fill(4),
      );
    const [two, three, other] = [draw(1, 2), draw(1, 3), draw(2, 2)];
    expect(layerParameters(three, 1)).toEqual(layerParameters(two, 1));
    expect(layerParameters(two, 0)).not.toEqual(layerParameters(two, 1));
    expect(layerParameters(two, 0)).not.toEqual(layerParameters(other, 0));
  });

  it('have streams that do not collide for neighbouring seeds', () => {
    const seeds = Array.from({ length: 50 }, (_, seed) =>
      Array.from({ length: 50 }, (_, stream) => streamSeed(seed, stream)),
    );
    expect(new Set(seeds.flat()).size).toBe(2500);
  });
});
