import { describe, expect, it } from 'vitest';
import { keptByKey, nearestKept } from './nearest';

const kept = [0, 8, 16, 19, 24, 32, 40];

describe('the kept epochs', () => {
  it('are found by the nearest', () => {
    expect([0, 3, 4, 5, 18, 1000].map((epoch) => nearestKept(kept, epoch))).toEqual([0, 0, 0, 8, 19, 40]);
    expect(nearestKept([], 4)).toBeNull();
  });

  it('are gone through by keys, one by one, five by five and to the ends', () => {
    const from = (epoch: number) => (key: string) => keptByKey(kept, epoch, key);
    expect(['ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowUp'].map(from(19))).toEqual([16, 24, 16, 24]);
    expect(['PageDown', 'PageUp', 'Home', 'End', 'a'].map(from(19))).toEqual([0, 40, 0, 40, null]);
    expect(['PageDown', 'PageUp'].map(from(40))).toEqual([8, null]);
    expect(['ArrowLeft', 'Home'].map(from(0))).toEqual([null, null]);
    // One that is not kept, as when something else is on screen.
    expect(['ArrowLeft', 'ArrowRight'].map(from(20))).toEqual([19, 24]);
  });
});
