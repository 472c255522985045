import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { completeRecipe } from '../../recipe/defaults';
import type { Recipe } from '../../recipe/recipe';
import { refuseBeyondBudget, refuseBeyondDevice, TRACE_BUDGET, traceBytes } from './budget';
import { hopWidths, isBare } from './widths';

describe('widths', () => {
  const widths = (partial: object, classes: number) =>
    hopWidths(completeRecipe({ hops: 3, width: 8, ...partial }), 5, { classes });

  it('end in one column a class only without decoder and with labels', () => {
    expect(widths({}, 4)).toEqual([5, 8, 8, 4]);
    expect(widths({}, 0)).toEqual([5, 8, 8, 8]);
    expect(widths({ decoder: 'linear' }, 4)).toEqual([5, 8, 8, 8]);
    expect(widths({ encoder: 'linear' }, 4)).toEqual([8, 8, 8, 4]);
    expect(widths({ weights: { kind: 'identity' } }, 4)).toEqual([5, 5, 5, 5]);
    expect(widths({ hops: 0 }, 4)).toEqual([5]);
  });

  it('leave the last convolution bare unless a decoder follows', () => {
    expect([0, 1, 2].map((layer) => isBare(completeRecipe({ hops: 3 }), layer))).toEqual([false, false, true]);
    expect(isBare(completeRecipe({ hops: 3, decoder: 'linear' }), 2)).toBe(false);
  });
});

describe('budget', () => {
  it('counts every hop in float32, and hop 0 as it is stored', () => {
    expect(traceBytes(100, [5, 8, 4], 77)).toBe(77 + 100 * 12 * 4);
  });

  it('refuses with the figures and what would fit', () => {
    const recipe = completeRecipe({ hops: 64, weights: { kind: 'identity' } });
    const widths = new Array<number>(65).fill(1433);
    const bytes = traceBytes(2708, widths, 0);
    expect(bytes).toBeGreaterThan(TRACE_BUDGET);
    expect(() => refuseBeyondBudget(recipe, { nodes: 2708 }, widths, bytes)).toThrow(
      'The trace would take 948 MiB (2,708 nodes × 64 hops × 1,433 columns), and the budget is 512 MiB. ' +
        'Take at most 34 hops, or random weights with a smaller width.',
    );
    expect(() => refuseBeyondBudget(recipe, { nodes: 2708 }, widths, TRACE_BUDGET)).not.toThrow();
  });

  it.each<[string, object, number[], RegExp | null]>([
    ['a hop', {}, [4, 64], /^One hop would take 4 MiB, and this adapter binds at most 2 MiB at once\. Take a smaller/],
    ['no hop', {}, [4, 8], null],
    ['the input', {}, [64, 4], /^The input would take 4 MiB, .* Take another input, or the WASM backend\.$/],
    ['what the encoder makes', { encoder: 'linear' }, [4, 64, 4], /^One hop would take 4 MiB/],
    ['hops side by side', { jump: 'concat' }, [4, 16, 32], /^All hops side by side would take 3 MiB/],
  ])('refuses %s that the device cannot bind', (_, partial, widths, message) => {
    const graph = graphFromPlain({ nodes: 2 ** 14, edges: [] });
    const recipe = completeRecipe({ conv: 'mlp', hops: widths.length - 1, ...partial });
    const data = new Float32Array('encoder' in partial ? 4 : graph.nodeCount * widths[0]);
    const input = { kind: 'dense' as const, rows: graph.nodeCount, columns: widths[0], data };
    const refuse = () => refuseBeyondDevice({ graph, recipe, shape: { widths }, input, state: {} }, 2 ** 21);
    if (message) expect(refuse).toThrow(message);
    else expect(refuse).not.toThrow();
  });

  it('refuses features of edges and parameters that the device cannot bind', () => {
    const edgeFeatures = [new Array<number>(2 ** 16).fill(1)];
    const graph = graphFromPlain({ directed: true, nodes: 3, edges: [{ source: 0, target: 1 }], edgeFeatures });
    const input = { kind: 'dense' as const, rows: 3, columns: 4, data: new Float32Array(12) };
    const state = { 'convs.0.lin.weight': { shape: [2 ** 19, 4], data: new Float32Array(2 ** 21) } };
    const host = (options: Recipe['options']) => ({
      ...{ graph, input, state, shape: { widths: [4, 4] } },
      recipe: completeRecipe({ conv: 'gat', hops: 1, options }),
    });
    // One edge and three loops, 2¹⁶ numbers each.
    expect(() => refuseBeyondDevice(host({}), 2 ** 20 - 1)).toThrow(
      'The features of the edges would take 1 MiB, and this adapter binds at most 1 MiB at once. Take the option edgeFeatures off',
    );
    expect(() => refuseBeyondDevice(host({ edgeFeatures: false }), 2 ** 20)).toThrow(
      '"convs.0.lin.weight" would take 8 MiB',
    );
    expect(() => refuseBeyondDevice(host({}), 2 ** 23)).not.toThrow();
  });
});
