import type { Page } from '@playwright/test';
import { control, expect, open } from './app';

/** What journeys through the scene have in common: waiting for what is drawn, and reading it. */

export type View = 'graph' | 'embedding';

export const settled = (page: Page, view: View = 'graph') =>
  page.waitForFunction((name) => !window.hopscope.drawn(name).moving, view);
export const moving = (page: Page, view: View = 'graph') =>
  page.evaluate((name) => window.hopscope.drawn(name).moving, view);
export const positions = (page: Page, view: View) =>
  page.evaluate((name) => [...window.hopscope.drawn(name).positions], view);
export const colours = (page: Page, view: View) =>
  page.evaluate((name) => [...window.hopscope.drawn(name).colours], view);

/** The opening scene with its layout at rest. */
export async function opened(page: Page, address = ''): Promise<void> {
  await open(page, address);
  await expect(control(page, 'layout-stop')).toHaveCount(0);
  await settled(page);
}

/** The same, with the page's clock stopped: from then on it goes on by `page.clock.runFor`, frame by frame. */
export async function frozen(page: Page): Promise<void> {
  await page.clock.install();
  await opened(page);
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
}

export function expectNear(actual: number[], expected: number[], digits = 4): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of actual.entries()) expect(value).toBeCloseTo(expected[i], digits);
}

/** Of each place on screen the colour within so many pixels of it that is furthest from the paper; black where all is paper. */
export async function strongest(page: Page, places: { x: number; y: number }[], reach: number): Promise<number[][]> {
  const screen = [...(await page.screenshot())];
  return page.evaluate(
    async ([bytes, points, reach]) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (!context) throw new Error('there is no canvas to read the screen with');
      context.drawImage(bitmap, 0, 0);
      const panel = document.querySelector('[data-control="graph-panel"]') as Element;
      const paper = (getComputedStyle(panel).backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
      return points.map(({ x, y }) => {
        const { data } = context.getImageData(x - reach, y - reach, 2 * reach + 1, 2 * reach + 1);
        let [best, farthest] = [[0, 0, 0], 12];
        for (let i = 0; i < data.length; i += 4) {
          const colour = [...data.slice(i, i + 3)];
          const far = Math.hypot(...colour.map((value, channel) => value - paper[channel]));
          if (far > farthest) [best, farthest] = [colour, far];
        }
        return best;
      });
    },
    [screen, places, reach] as const,
  );
}
