import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { test as base, control, expect, open } from './app';
import { axeFindsNothing } from './axe';

interface Answer {
  ok: boolean;
  result?: unknown;
  error?: string;
}

declare global {
  interface Window {
    /** In the page around: calls into its frame, and what was heard from there. */
    ask(call: string, ...args: unknown[]): Promise<Answer>;
    heard: Record<string, unknown>[];
  }
}

/** A page of a site of one's own, with Hopscope in a frame. */
const HOST_PAGE = `<!doctype html><title>A lecture</title><body style="margin:0">
<script>
  const frame = document.createElement('iframe');
  frame.src = new URLSearchParams(location.search).get('frame');
  frame.style = 'width:960px;height:600px;border:0';
  document.body.append(frame);
  const loaded = new Promise((done) => frame.addEventListener('load', done));
  const waiting = new Map();
  window.heard = [];
  addEventListener('message', ({ data }) => {
    window.heard.push(data);
    if ('ok' in data) waiting.get(data.id)?.(data);
  });
  let last = 0;
  window.ask = async (call, ...args) => {
    await loaded;
    const id = ++last;
    const answer = new Promise((done) => waiting.set(id, done));
    frame.contentWindow.postMessage({ hopscope: 1, id, call, args }, '*');
    return answer;
  };
</script>`;

/** Such a site, on another port and so of another origin. */
const test = base.extend<{ host: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it which fixtures are used
  host: async ({}, use) => {
    const server = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(HOST_PAGE));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.closeAllConnections();
    server.close();
  },
});

const goTo = (page: Page, host: string, frame: string) => page.goto(`${host}/?frame=${encodeURIComponent(frame)}`);
const ask = (page: Page, call: string, ...args: unknown[]) =>
  page.evaluate(([name, given]) => window.ask(name, ...given), [call, args] as const);

test('a page of another origin loads, runs, steps and hears of it', async ({ page, host, baseURL }) => {
  await goTo(page, host, `${baseURL}?backend=wasm&embed=${host}`);
  expect(await ask(page, 'ready')).toMatchObject({ ok: true });
  expect(await ask(page, 'load', 'karate')).toMatchObject({ ok: true, result: { nodes: 34 } });
  expect(await ask(page, 'run', { conv: 'sage', hops: 4 })).toMatchObject({ ok: true, result: { hops: 4 } });
  const subscription = (await ask(page, 'on', 'hop')).result;
  expect(await ask(page, 'hop', 3)).toMatchObject({ ok: true, result: 3 });
  await expect
    .poll(() => page.evaluate(() => window.heard.find(({ event }) => event === 'hop')))
    .toMatchObject({
      ...{ hopscope: 1, subscription, event: 'hop' },
    });
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-control="graph-panel"] .view-caption')).toContainText('Hop 3.');
  await frame.locator('button[data-control="step-forward"]').click();
  await expect
    .poll(() => page.evaluate(() => window.heard.filter(({ event }) => event === 'hop').length), 'a step by hand too')
    .toBe(2);
  expect(await ask(page, 'off', subscription)).toMatchObject({ ok: true });
  const matrix = await page.evaluate(async () => {
    const { result } = await window.ask('embedding', 4);
    const { rows, data } = result as { rows: number; data: Float32Array };
    return [rows, data instanceof Float32Array, data.every(Number.isFinite)];
  });
  expect(matrix).toEqual([34, true, true]);
  expect(await ask(page, 'hop', 99)).toMatchObject({ ok: false, error: expect.stringContaining('hops 0…4') });
  await expect(frame.locator('[data-control="open-in-full"]')).toBeVisible();
});

test('an origin that the address does not name is refused with a reason, and nothing moves', async ({
  page,
  host,
  baseURL,
}) => {
  await goTo(page, host, `${baseURL}?backend=wasm&embed=https://lectures.example`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-control="graph-panel"] .view-caption')).toContainText('Hop 0.');
  expect(await ask(page, 'hop', 3)).toMatchObject({
    ok: false,
    error: expect.stringMatching(/127\.0\.0\.1:\d+ may not drive this page.*names https:\/\/lectures\.example/),
  });
  await expect(frame.locator('[data-control="graph-panel"] .view-caption')).toContainText('Hop 0.');
});

test('axe finds nothing in a frame of another page', async ({ page }) => {
  await page.setViewportSize({ width: 960, height: 600 });
  await open(page, '?backend=wasm&embed');
  await axeFindsNothing(page, 'embedded');
  await page.setViewportSize({ width: 390, height: 844 });
  await axeFindsNothing(page, 'embedded, narrow');
});

test('what is no origin in the address is told on screen', async ({ page }) => {
  await open(page, '?backend=wasm&embed=*');
  await expect(control(page, 'notice')).toContainText('* may not drive this page: ?embed= takes origins');
});

test.describe('?hide=', () => {
  test('takes controls off the screen, and their commands and keys with them', async ({ page }) => {
    await open(page, '?backend=wasm&hide=train,share,share-dialog,graph-karate,colour-degree,step-forward');
    for (const name of ['train', 'share', 'step-forward']) {
      await expect(page.locator(`button[data-control="${name}"]`)).toBeHidden();
    }
    await expect(page.getByRole('radio', { name: 'Degree' })).toBeHidden();
    await page.keyboard.press('s');
    await expect(control(page, 'share-dialog')).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => window.hopscope.hop()), 'its key').toBe(0);
    await page.keyboard.press('Control+k');
    for (const [query, command] of [
      ['karate', 'graph.karate'],
      ['colour by degree', 'colour.degree'],
      ['share and export', 'share.open'],
    ]) {
      await control(page, 'palette-query').fill(query);
      await expect(page.locator(`[data-command="${command}"]`)).toHaveCount(0);
    }
    await page.keyboard.press('Escape');
    await expect(control(page, 'notice')).toHaveCount(0);
  });

  test('tells of names that no control has, and hides the others', async ({ page }) => {
    await open(page, '?backend=wasm&hide=trian,timeline,sharre');
    await expect(control(page, 'notice')).toContainText('No control is called “trian” or “sharre”');
    await expect(control(page, 'timeline')).toBeHidden();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => window.hopscope.hop())).toBe(1);
  });
});
