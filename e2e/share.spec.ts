import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { control, drop, expect, open, test } from './app';

/** A ring too large for a link, its places given so that nothing moves. */
const LARGE = {
  name: 'large',
  nodes: Array.from({ length: 900 }, (_, v) => ({
    id: `node ${v}`,
    x: Math.cos((2 * Math.PI * v) / 900),
    y: Math.sin((2 * Math.PI * v) / 900),
    class: `class ${(v * 7919) % 3}`,
  })),
  edges: Array.from({ length: 2000 }, (_, e): [number, number] => [e % 900, (e * 7919 + 13) % 900]),
};

/** All that must be the same again: what is shown and every number of it. */
const shown = (page: Page) =>
  page.evaluate(async () => ({
    session: window.hopscope.session(),
    graph: window.hopscope.graph(),
    measures: window.hopscope.measures(),
    row: [...(await window.hopscope.embedding(2)).data.slice(0, 160)],
  }));

/** The session without the name under which this browser keeps a graph of one's own. */
const withoutKey = <T extends { session: object }>(all: T) =>
  JSON.parse(JSON.stringify(all).replace(/"key":"[^"]*"/, '"key":""'));

test.use({ viewport: { width: 1024, height: 768 } });

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('the link is copied as the dialog opens, is short, and brings all of it back elsewhere', async ({
  page,
  browser,
}) => {
  await open(page, '?backend=wasm');
  await page.evaluate(async () => {
    await window.hopscope.run({ conv: 'sage', aggr: 'max', hops: 5, norm: 'pair', activation: 'tanh' });
    const session = window.hopscope.session();
    await window.hopscope.open({
      ...{ ...session, hop: 2, focus: '24', subStep: 'aggregate', second: '30', selection: ['24', '25'] },
      view: {
        ...{ ...session.view, colour: 'class', scale: 'zoomed', tab: 'reach', hulls: true, size: 'equal', morph: 0.25 },
        filter: [{ field: 'class', is: ['Circle A', 'Circle B'] }],
        ...{ pins: { '3': [0.5, -0.5] as [number, number] }, measures: ['dirichlet', 'madGap'] as const },
      },
    });
  });
  await control(page, 'share').click();
  await expect(control(page, 'share-address-copy')).toHaveText('Copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).hash.length).toBeLessThan(1200);
  await expect(control(page, 'share-dialog')).toContainText(`in ${link.length.toLocaleString('en')} characters`);
  await expect(page.getByRole('note')).toHaveCount(0);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(link);
  await other.waitForFunction(() => window.hopscope !== undefined);
  await other.evaluate(() => window.hopscope.ready);
  const there = await shown(other);
  const here = await shown(page);
  expect(there.session).toEqual(here.session);
  expect(there.measures).toHaveLength(6);
  await elsewhere.close();
});

test('a graph too large for a link: the dialog says so, and its file brings all back by drop and by the file picker', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow();
  await open(page, '?backend=wasm');
  await page.evaluate(async (graph) => {
    await window.hopscope.load(graph);
    await window.hopscope.run({ conv: 'gcn', hops: 2, width: 8, decoder: 'linear' });
    await window.hopscope.train({ epochs: 5 });
    await window.hopscope.open({ ...window.hopscope.session(), hop: 2, focus: 'node 7' });
  }, LARGE);
  await control(page, 'share').click();
  await expect(page.getByRole('note')).toContainText('longer than the 6,000 characters that a link may carry');
  await expect(page.getByRole('note')).toContainText('learned weights never travel');
  const [download] = await Promise.all([page.waitForEvent('download'), control(page, 'save-session').click()]);
  const file = { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  const saved = withoutKey(await shown(page));

  await page.close();
  const elsewhere = await browser.newContext({
    baseURL,
    viewport: { width: 1024, height: 768 },
  });
  const other = await elsewhere.newPage();
  await open(other, '?backend=wasm');
  for (const way of ['drop', 'file picker'] as const) {
    await test.step(way, async () => {
      // Asked for well before the key: the browser hears of it while it loads the graph.
      const picking = way === 'drop' ? null : other.waitForEvent('filechooser');
      await other.evaluate(() => window.hopscope.load('karate'));
      if (!picking) await drop(other, [file]);
      else {
        await other.keyboard.press('o');
        await (await picking).setFiles([{ name: file.name, mimeType: 'application/json', buffer: file.bytes }]);
      }
      await expect.poll(() => other.evaluate(() => window.hopscope.graph().nodes)).toBe(LARGE.nodes.length);
      await other.waitForFunction(() => window.hopscope.session().focus === 'node 7');
      await expect(control(other, 'run')).toHaveCount(0);
      const again = withoutKey(await shown(other));
      // The same weights, which now are from a file.
      expect(again.session.lanes[0].recipe.weights).toEqual({ kind: 'file' });
      saved.session.lanes[0].recipe.weights = again.session.lanes[0].recipe.weights;
      expect(again).toEqual(saved);
    });
  }
  await elsewhere.close();
});

test('a session file that is damaged or of another version is refused in words, and all stays', async ({ page }) => {
  await open(page, '?backend=wasm');
  const before = await page.evaluate(() => window.hopscope.session());
  for (const [content, words] of [
    ['{"hopscope":2}', /session file of version 2; this Hopscope reads version 1/],
    ['{"hopscope":1,"session":', /damaged or cut short/],
    ['{"hopscope":1,"session":{"version":9}}', /version 9, made by a newer Hopscope/],
  ] as const) {
    await drop(page, [{ name: 'a.hopscope.json', bytes: Buffer.from(content) }]);
    await expect(control(page, 'notice').filter({ hasText: words })).toBeVisible();
    expect(await page.evaluate(() => window.hopscope.session())).toEqual(before);
  }
});

test('a link of an unknown version is refused with its reason and not lost: the way back leads to it', async ({
  page,
}) => {
  await open(page, '?backend=wasm#version=7&hop=1');
  await expect(control(page, 'notice')).toContainText('made by a newer Hopscope; this one reads version 1');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.url()).toContain('version=1');
  await page.evaluate(() => history.back());
  await expect.poll(() => page.url()).toContain('version=7');
  expect(await page.evaluate(() => window.hopscope.hop()), 'what is on screen stays').toBe(1);
});
