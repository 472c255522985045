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
