import { describe, expect, it } from 'vitest';
import { lookPace } from './look-pace';

describe('the pace of looks at a training', () => {
  let time = 0;
  const lasting =
    (ms: number, shown: Promise<void> = Promise.resolve()) =>
    async () => {
      time += ms;
      return { shown };
    };

  it('rests four times as long as a look took, and as long as the first', async () => {
    const pace = lookPace(() => time);
    expect(pace.ready()).toBe(true);
    await pace.take(lasting(500));
    time += 500;
    expect(pace.ready()).toBe(true);
    await pace.take(lasting(200));
    time += 799;
    expect(pace.ready()).toBe(false);
    time += 1;
    expect(pace.ready()).toBe(true);
  });

  it('leaves each look on screen for as long as a step takes', async () => {
    const pace = lookPace(() => time);
    for (let i = 0; i < 3; i++) {
      await pace.take(lasting(2));
      time += 349;
      expect(pace.ready()).toBe(false);
      time += 1;
      expect(pace.ready()).toBe(true);
    }
  });

  it('waits until the last look has been shown', async () => {
    const pace = lookPace(() => time);
    let show: () => void = () => {};
    await pace.take(lasting(1, new Promise((resolve) => (show = resolve))));
    time += 1000;
    expect(pace.ready()).toBe(false);
    show();
    await Promise.resolve();
    expect(pace.ready()).toBe(true);
  });

  it('goes on after a look that could not be shown, and hands on what a look throws', async () => {
    const pace = lookPace(() => time);
    await pace.take(lasting(1, Promise.reject(new Error('the page has gone'))));
    await Promise.resolve();
    await expect(pace.take(() => Promise.reject(new Error('overtaken')))).rejects.toThrow('overtaken');
    time += 1000;
    expect(pace.ready()).toBe(true);
  });
});
