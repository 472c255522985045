import type { Page } from '@playwright/test';

export interface Spot {
  x: number;
  y: number;
}

/** Puts fingers on the screen along a path each, all of one length, and lifts them at its end. */
export async function drawWithFingers(page: Page, ...paths: Spot[][]): Promise<void> {
  const client = await page.context().newCDPSession(page);
  // They take their time: lifted in full swing they fling, and the browser holds the next tap for the end of that.
  let timestamp = Date.now() / 1000 - 10;
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: Spot[]) => {
    timestamp += 0.5;
    return client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at.map((spot, id) => ({ ...spot, id })),
      timestamp,
    });
  };
  for (const step of paths[0].keys()) {
    await touch(
      step === 0 ? 'touchStart' : 'touchMove',
      paths.map((path) => path[step]),
    );
  }
  await touch('touchEnd', []);
  await client.detach();
}
