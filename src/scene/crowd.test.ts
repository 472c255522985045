import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRest, evenly } from './crowd';

describe('an even order', () => {
  it.each([1, 2, 3, 10, 1000, 4181])('has each of %i lines once', (count) => {
    const lines = Int32Array.from({ length: count }, (_, i) => 7 + i);
    expect(evenly(lines).toSorted()).toEqual(lines);
  });

  it('begins with lines from all over', () => {
    const first = evenly(Int32Array.from({ length: 1000 }, (_, i) => i)).slice(0, 50);
    const tenths = Array.from({ length: 10 }, (_, tenth) => first.filter((i) => Math.floor(i / 100) === tenth).length);
    expect(Math.min(...tenths)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...tenths)).toBeLessThanOrEqual(6);
  });

  it('leaves none as none', () => expect(evenly(new Int32Array())).toEqual(new Int32Array()));
});

describe('rest', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('comes once, a while after the last motion', () => {
    const onRest = vi.fn();
    const rest = createRest(onRest);
    expect(rest.resting()).toBe(true);
    rest.stir();
    vi.advanceTimersByTime(200);
    rest.stir();
    vi.advanceTimersByTime(200);
    expect(rest.resting()).toBe(false);
    expect(onRest).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(rest.resting()).toBe(true);
    expect(onRest).toHaveBeenCalledOnce();
  });
});
