import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { writeBuilt } from '../scripts/service-worker.mjs';
import { test as base, control, expect, hop, open } from './app';

/** A copy of the built site under an address of its own, whose build a test may change. */
const test = base.extend<{ site: { url: string; directory: string } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it which fixtures are used
  site: async ({}, use) => {
    const directory = mkdtempSync(join(tmpdir(), 'hopscope-'));
    cpSync('dist', directory, { recursive: true });
    const { url, close } = await serve({ directory, base: '/a/b/', port: 0 });
    await use({ url, directory });
    await close();
  },
  baseURL: ({ site }, use) => use(site.url),
});

test.use({ serviceWorkers: 'allow' });

/** Waits until the browser has all files. */
const kept = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

/** Another build: the same page under another title. */
function buildAgain(directory: string): void {
  const page = join(directory, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<title>Hopscope', '<title>Hopscope, newer'));
  writeBuilt(directory);
}

test('after one visit the page opens, steps, computes and exports without a network', async ({ page, context }) => {
  await open(page, '?backend=wasm');
  await kept(page);
  await context.setOffline(true);
  await open(page, '?backend=wasm');
  await page.keyboard.press('ArrowRight');
  expect(await hop(page)).toBe(1);
  await page.evaluate(() => window.hopscope.load('packages'));
  await page.evaluate(() => window.hopscope.run({ conv: 'gat', hops: 2 }));
  expect(await page.evaluate(() => window.hopscope.measures().length)).toBe(3);
  expect(await page.evaluate(async () => (await window.hopscope.export('measures.npy')).size)).toBeGreaterThan(100);
  await expect(control(page, 'notice')).toHaveCount(0);
});

const WAYS: [by: string, take: (button: Locator) => Promise<void>][] = [
  ['by the mouse', (button) => button.click()],
  ['by a key', (button) => button.press('Enter')],
  ['by a finger', (button) => button.tap()],
];

test.describe('another build', () => {
  test.use({ hasTouch: true });
  for (const [by, take] of WAYS) {
    test(`a new version is offered, taken ${by} and not before, and brings back what was on screen`, async ({
      page,
      site,
    }) => {
      await open(page, '?backend=wasm');
      await kept(page);
      await expect(page).toHaveTitle('Hopscope');
      buildAgain(site.directory);
      await page.reload();
      await page.evaluate(() => window.hopscope.ready);
      const offer = control(page, 'notice').filter({ hasText: 'A new version of Hopscope is here' });
      await expect(offer).toBeVisible();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await expect(page, 'a reload takes the version there was, which goes on').toHaveTitle('Hopscope');
      await expect.poll(() => page.url()).toContain('hop=2');
      await take(offer.getByRole('button', { name: 'Reload' }));
      await expect(page).toHaveTitle('Hopscope, newer');
      await page.waitForFunction(() => window.hopscope !== undefined);
      await page.evaluate(() => window.hopscope.ready);
      expect(await hop(page)).toBe(2);
      await expect(control(page, 'notice')).toHaveCount(0);
    });
  }
});

test('half of one build and half of another is not kept, which disturbs nobody', async ({ page, site }) => {
  const icon = join(site.directory, 'icon.svg');
  writeFileSync(icon, `${readFileSync(icon, 'utf8')}<!-- another -->`);
  await page.addInitScript(() => {
    const states: string[] = [];
    Object.assign(window, { states });
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = async function (...given) {
      const registration = await register.apply(this, given);
      const { installing } = registration;
      installing?.addEventListener('statechange', () => states.push(installing.state));
      return registration;
    };
  });
  await open(page, '?backend=wasm');
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { states: string[] }).states))
    .toEqual(['redundant']);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await page.evaluate(() => window.hopscope.run({ hops: 2 }));
  await expect(control(page, 'notice')).toHaveCount(0);
});
