import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ALL, createFilling, evenly } from './crowd';

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

describe('filling', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('draws a part until nothing has changed for a while, and then the others upon it', () => {
    const onRest = vi.fn();
    const filling = createFilling(onRest);
    filling.of(100_000, true);
    expect(filling.next(false)).toEqual([0, 0.05]);
    expect(filling.next(false), 'only names have changed').toEqual([0.05, 0.05]);
    vi.advanceTimersByTime(200);
    filling.anew();
    vi.advanceTimersByTime(200);
    expect(onRest).not.toHaveBeenCalled();
    expect(filling.next(false)).toEqual([0, 0.05]);
    expect(filling.unfinished()).toBe(false);
    vi.advanceTimersByTime(100);
    expect(onRest).toHaveBeenCalledOnce();
    let end = 0.05;
    while (filling.unfinished()) {
      const [from, to] = filling.next(false);
      expect(from).toBe(end);
      expect(to - from).toBeLessThan(0.0501);
      end = to;
    }
    expect(end).toBe(1);
    expect(filling.next(false)).toEqual([1, 1]);
    filling.anew();
    expect(filling.next(false)).toEqual([0, 0.05]);
  });

  it('draws all at once where there are few, and in a picture', () => {
    const onRest = vi.fn();
    const filling = createFilling(onRest);
    filling.of(100, false);
    expect([filling.next(false), filling.next(false)]).toEqual([ALL, ALL]);
    filling.of(100_000, true);
    filling.next(false);
    expect(filling.next(true)).toEqual(ALL);
    expect(filling.next(false)).toEqual([1, 1]);
    vi.advanceTimersByTime(1000);
    expect(onRest).not.toHaveBeenCalled();
  });
});
