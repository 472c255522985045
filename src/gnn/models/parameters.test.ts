import { describe, expect, it } from 'vitest';
import { completeRecipe } from '../../recipe/defaults';
import type { Recipe } from '../../recipe/recipe';
import { checkState, drawParameters, partOf, streamSeed } from './parameters';

const drawn = (recipe: Recipe, inputWidth: number, widths: number[]) =>
  drawParameters(recipe, { inputWidth, widths, outputWidth: 2, relations: 1, edgeColumns: 0, classes: 0 });

const shapes = (recipe: Recipe, widths: number[]) =>
  Object.fromEntries(Object.entries(drawn(recipe, 9, widths)).map(([name, { shape }]) => [name, shape]));

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
    expect(drawn(completeRecipe({ weights: { kind: 'identity' } }), 9, [9, 9])).toEqual({});
  });

  it('have a decoder over what the jump gathers', () => {
    const decoder = (recipe: Partial<Recipe>) => shapes(completeRecipe({ hops: 3, ...recipe }), [9, 4, 4, 4]);
    expect(decoder({ decoder: 'linear' })).toMatchObject({ 'decoder.weight': [2, 4], 'decoder.bias': [2] });
    expect(decoder({ jump: 'concat' })).toMatchObject({ 'decoder.weight': [2, 12] });
    expect(decoder({ jump: 'max' })).toMatchObject({ 'decoder.weight': [2, 4] });
  });

  it('are checked by name and shape', () => {
    const recipe = completeRecipe({ hops: 1 });
    const shape = { inputWidth: 9, widths: [9, 4], outputWidth: 4, relations: 1, edgeColumns: 0, classes: 0 };
    const state = drawParameters(recipe, shape);
    const { bias, ...rest } = partOf(state, 'convs.0');
    const renamed = Object.fromEntries(Object.entries(rest).map(([name, one]) => [`convs.0.${name}`, one]));
    expect(() => checkState(recipe, shape, state)).not.toThrow();
    expect(() => checkState(recipe, shape, renamed)).toThrow(
      '"convs.0.bias" is missing; this recipe needs it with shape (4)',
    );
    expect(() => checkState(recipe, shape, { ...state, extra: bias })).toThrow('has no "extra"');
    expect(() => checkState(recipe, { ...shape, widths: [9, 5] }, state)).toThrow(
      '"convs.0.lin.weight" has shape (4, 9), but this recipe needs (5, 9)',
    );
  });

  it('fill the Glorot range, scaled by the gain, with biases 0', () => {
    const recipe = completeRecipe({ hops: 1, weights: { kind: 'random', seed: 3, gain: 2 } });
    const state = drawn(recipe, 100, [100, 200]);
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
      drawn(completeRecipe({ hops, weights: { kind: 'random', seed, gain: 1 } }), 4, new Array(hops + 1).fill(4));
    const [two, three, other] = [draw(1, 2), draw(1, 3), draw(2, 2)];
    expect(partOf(three, 'convs.1')).toEqual(partOf(two, 'convs.1'));
    expect(partOf(two, 'convs.0')).not.toEqual(partOf(two, 'convs.1'));
    expect(partOf(two, 'convs.0')).not.toEqual(partOf(other, 'convs.0'));
  });

  it('have streams that do not collide for neighbouring seeds', () => {
    const seeds = Array.from({ length: 50 }, (_, seed) =>
      Array.from({ length: 50 }, (_, stream) => streamSeed(seed, stream)),
    );
    expect(new Set(seeds.flat()).size).toBe(2500);
  });
});
