import { describe, expect, it } from 'vitest';
import { completeRecipe } from '../../recipe/defaults';
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

  it('refuses a hop that the device cannot bind', () => {
    expect(() => refuseBeyondDevice({ nodes: 1_000_000 }, [4, 64], 128 * 2 ** 20)).toThrow(
      'One hop would take 245 MiB, and this adapter binds at most 128 MiB at once.',
    );
    expect(() => refuseBeyondDevice({ nodes: 1_000_000 }, [64, 4], 128 * 2 ** 20)).not.toThrow();
  });
});
