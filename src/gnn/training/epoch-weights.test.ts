import { describe, expect, it } from 'vitest';
import { epochWeights } from './epoch-weights';

/** Weights of 40 bytes. */
const weights = (epoch: number) => ({ w: { shape: [10], data: new Float32Array(10).fill(epoch) } });

/** As a training goes: every epoch is offered, those wanted are kept. */
function train(epochs: number, every: number, budget: number) {
  const kept = epochWeights(every, budget);
  for (let epoch = 0; epoch <= epochs; epoch++) if (kept.wants(epoch)) kept.keep(epoch, weights(epoch));
  return kept;
}

describe('the weights of epochs', () => {
  it('are those of every n-th, from the untrained on', () => {
    const kept = train(20, 5, 1e6);
    expect([...kept.all().keys()]).toEqual([0, 5, 10, 15, 20]);
    expect(kept.of(15)).toEqual(weights(15));
    expect(kept.of(16)).toBeUndefined();
    expect(kept.every()).toBe(5);
  });

  it('are thinned to every 2n-th whenever they would exceed the budget', () => {
    const kept = train(100, 5, 5 * 40);
    expect(kept.every()).toBe(40);
    expect([...kept.all().keys()]).toEqual([0, 40, 80]);
    for (let epochs = 0; epochs <= 100; epochs++) expect(train(epochs, 5, 200).all().size).toBeLessThanOrEqual(5);
  });

  it('are at least one, however large', () => {
    expect([...train(6, 1, 10).all().keys()]).toEqual([0]);
  });

  it('are none when none are asked for', () => {
    expect(train(10, 0, 1e6).all().size).toBe(0);
  });
});
