import { join } from 'node:path';
import { ROOT } from '../prepare.mjs';
import { serve } from '../serve.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** The built site as any host has it: in some folder. */
export const BASE = '/some/sub/path/';

/**
 * A first visit to the built site, which has begun when this resolves.
 * @template T
 * @param {import('@playwright/test').Browser} browser
 * @param {(page: Page, asked: { file: string, at: number }[]) => Promise<T>} look `asked` is every file when it was asked for
 * @returns {Promise<T>}
 */
export async function visit(browser, look) {
  /** @type {{ file: string, at: number }[]} */
  const asked = [];
  const onFile = (/** @type {string} */ file) => void asked.push({ file, at: Date.now() });
  const site = await serve({ directory: join(ROOT, 'dist'), base: BASE, onFile });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  try {
    await page.goto(site.url);
    return await look(page, asked);
  } finally {
    await page.close();
    await site.close();
  }
}

/**
 * Waits until the opening scene has its trace and its layout has come to rest.
 * @param {Page} page
 */
export async function atRest(page) {
  await page.waitForFunction(() => window.hopscope !== undefined);
  await page.evaluate(() => window.hopscope?.ready);
  await page.waitForFunction(() => !window.hopscope?.drawn('graph').moving);
}
