import { existsSync, readFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';
import type { GraphSummary } from '../src/graph/summary';
import { control, expect, open, test } from './app';
import { DATASETS_THERE, datasetPath } from './datasets';
import { notFinite, outcomeOf } from './outcome';

/** What each graph that needs no network holds, as its own rule or file says. */
const OFFLINE: Record<string, Partial<GraphSummary>> = {
  circles: { nodes: 72, classes: 4, features: 16, components: 1 },
  karate: { nodes: 34, edges: 78, classes: 2, components: 1 },
  cbm: { nodes: 200, classes: 4, features: 16 },
  'ring-of-cliques': { nodes: 48, edges: 8 * 15 + 8, classes: 8, components: 1 },
  barbell: { nodes: 30, edges: 2 * 66 + 7, components: 1 },
  grid: { nodes: 140, edges: 10 * 13 + 14 * 9, components: 1 },
  tree: { nodes: 127, edges: 126, components: 1 },
  'tree-match': { nodes: 16 * 31, edges: 16 * 30, classes: 16, features: 32, components: 16 },
  'barabasi-albert': { nodes: 200, components: 1 },
  'watts-strogatz': { nodes: 120, edges: 240 },
  films: { relations: 4, components: 1, selfLoops: 0, duplicates: 0 },
  packages: { selfLoops: 0, duplicates: 0 },
};

const summary = (page: Page) => page.evaluate(() => window.hopscope.graph());

test('every graph without a network is a click away, shows its figures and is the same by script', async ({ page }) => {
  test.slow();
  await open(page, '?backend=wasm');
  await page.evaluate(() => window.hopscope.run({ hops: 4 }));
  await control(page, 'graph').click();
  const offered = await page
    .locator('.catalogue-entry > button')
    .evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).dataset.control?.replace('graph-', '')));
  expect(offered).toEqual([...Object.keys(OFFLINE), ...Object.keys(REMOTE)]);
  await page.keyboard.press('Escape');

  // The opening scene is on screen already: it comes last.
  for (const [id, figures] of Object.entries(OFFLINE).toSorted(([a]) => (a === 'circles' ? 1 : 0))) {
    await test.step(id, async () => {
      await control(page, 'graph').click();
      const outcome = await outcomeOf(page, 'any', () => control(page, `graph-${id}`).click());
      const graph = await summary(page);
      expect(outcome).toEqual({ hops: 4, nodes: graph.nodes });
      expect(graph).toMatchObject(figures);
      if (id === 'films') expect(graph.nodes).toBeGreaterThanOrEqual(120);
      if (id === 'packages') expect(graph.nodes).toBeGreaterThanOrEqual(1000);
      expect(await notFinite(page)).toBe(0);
      await expect(control(page, 'notice')).toHaveCount(0);
      await expect(control(page, 'graph-details')).toContainText(`${graph.nodes.toLocaleString('en')} nodes`);
      const sliders = page.locator('.catalogue-sliders input');
      if (await sliders.first().isVisible()) await page.keyboard.press('Escape');
      await expect(page.locator('.popover:popover-open')).toHaveCount(0);
      expect(await page.evaluate((name) => window.hopscope.load(name), id)).toEqual(graph);
    });
  }
});

test('the sliders of the block model are the graph: homophily, signal, and what the link says', async ({ page }) => {
  await open(page, '?backend=wasm');
  await page.evaluate(async () => {
    await window.hopscope.load('cbm');
    await window.hopscope.run({ hops: 2 });
  });
  const input = () => page.evaluate(async () => [...(await window.hopscope.embedding(0)).data]);
  const slide = (name: string, value: number) =>
    outcomeOf(page, 'any', () => control(page, `graph-cbm-${name}`).fill(String(value)));
  await control(page, 'graph').click();
  for (const homophily of [0, 0.25, 0.9]) {
    await slide('homophily', homophily);
    expect((await summary(page)).homophily).toBeCloseTo(homophily, 1);
    expect(await notFinite(page)).toBe(0);
  }
  const { edges } = await summary(page);
  const before = await input();
  await slide('signal', 3);
  expect(await input()).not.toEqual(before);
  expect(await summary(page)).toMatchObject({ edges });
  await slide('classes', 5);
  expect(await summary(page)).toMatchObject({ classes: 5, nodes: 200 });
  await page.keyboard.press('Escape');
  await control(page, 'graph-details').click();
  await expect(page.getByRole('dialog', { name: 'About this graph' })).toContainText(/Edge homophily.*(89|9[01])\s%/s);

  const graph = await summary(page);
  expect((await page.evaluate(() => window.hopscope.session())).lanes[0].dataset).toEqual({
    ...{ kind: 'catalogue', id: 'cbm' },
    parameters: { homophily: 0.9, signal: 3, classes: 5 },
  });
  await page.goto(await page.evaluate(() => window.hopscope.share()));
  await page.reload();
  await page.evaluate(() => window.hopscope.ready);
  expect(await summary(page)).toEqual(graph);
});

/** The graphs that are fetched, with their files and what they hold. */
const REMOTE: Record<string, { file: string; figures: Partial<GraphSummary> }> = {
  cora: { file: 'cora.npz', figures: { nodes: 2708, edges: 5278, features: 1433, classes: 7, directed: false } },
  citeseer: { file: 'citeseer.npz', figures: { classes: 6 } },
  texas: { file: 'texas_4_classes.npz', figures: { nodes: 183, features: 1703, classes: 5 } },
  cornell: { file: 'cornell.npz', figures: { nodes: 183, features: 1703, classes: 5 } },
  chameleon: { file: 'chameleon_filtered.npz', figures: { nodes: 890, features: 2325, classes: 5 } },
  actor: { file: 'actor.npz', figures: { nodes: 7600, features: 932, classes: 5 } },
};

const MIRROR = '**/mirror/*.npz';
const SOURCE = 'https://raw.githubusercontent.com/**';

/** What the browser itself reports of a request that failed. */
const OF_THE_BROWSER = /Failed to load resource/;

test.describe('a graph that is fetched', () => {
  const cases: [title: string, answer: { status?: number; body?: string } | null, message: RegExp][] = [
    ['offline', null, /raw\.githubusercontent\.com cannot be reached/],
    ['gone', { status: 404 }, /raw\.githubusercontent\.com answers 404/],
    ['another file', { body: 'hello' }, /sends another file as cora\.npz.*SHA-256/],
  ];
  for (const [title, answer, message] of cases) {
    test(`${title}: said with what to do, and everything else still works`, async ({ page, consoleErrors }) => {
      await page.route(MIRROR, (route) => route.fulfill({ status: 404 }));
      await page.route(SOURCE, (route) =>
        answer
          ? route.fulfill({ ...answer, headers: { 'access-control-allow-origin': '*' } })
          : route.abort('internetdisconnected'),
      );
      await open(page, '?backend=wasm');
      const before = await page.evaluate(() => [window.hopscope.session(), window.hopscope.measures()]);
      await control(page, 'graph').click();
      await outcomeOf(page, 'error', () => control(page, 'graph-cora').click());
      await expect(control(page, 'notice')).toContainText(message);
      await expect(control(page, 'notice')).toContainText('drop cora.npz on the page');
      await expect(control(page, 'loading')).toHaveCount(0);
      expect(await page.evaluate(() => [window.hopscope.session(), window.hopscope.measures()])).toEqual(before);
      expect(await page.evaluate(() => window.hopscope.load('karate'))).toMatchObject({ nodes: 34 });
      expect(consoleErrors.splice(0).filter((error) => !OF_THE_BROWSER.test(error))).toEqual([]);
    });
  }

  test('a slow one shows its progress and can be cancelled', async ({ page }) => {
    await page.route(MIRROR, () => {}); // never answered
    await open(page, '?backend=wasm');
    await control(page, 'graph').click();
    await control(page, 'graph-cora').click();
    await expect(control(page, 'loading')).toContainText('Loading Cora');
    await control(page, 'loading-cancel').click();
    await expect(control(page, 'loading')).toHaveCount(0);
    await expect(control(page, 'notice')).toHaveCount(0);
    expect(await summary(page)).toMatchObject({ nodes: 72 });
  });
});

const pathOf = (file: string) => ['npz', 'heterophilous'].map((kind) => datasetPath(kind, file)).find(existsSync);

test.describe('published files', () => {
  for (const [id, { file, figures }] of DATASETS_THERE ? Object.entries(REMOTE) : []) {
    const path = pathOf(file);
    if (!path) continue;
    test(`${id} comes from a mirror or its source once, and then from the browser`, async ({ page, consoleErrors }) => {
      test.slow();
      let served = 0;
      const mirrored = id !== 'texas';
      const serve = (route: Route) => {
        served++;
        return route.fulfill({
          body: readFileSync(path),
          headers: { 'access-control-allow-origin': '*', 'content-type': 'application/octet-stream' },
        });
      };
      await page.route(MIRROR, (route) => (mirrored ? serve(route) : route.fulfill({ status: 404 })));
      await page.route(SOURCE, (route) => (mirrored ? route.abort() : serve(route)));
      await open(page, '?backend=wasm');
      await page.evaluate(() => window.hopscope.run({ hops: 2 }));
      await control(page, 'graph').click();
      expect(await outcomeOf(page, 'any', () => control(page, `graph-${id}`).click())).toMatchObject({ hops: 2 });
      expect(await summary(page)).toMatchObject(figures);
      expect(await notFinite(page)).toBe(0);
      await page.evaluate(async (again) => {
        await window.hopscope.load('karate');
        await window.hopscope.load(again);
      }, id);
      expect(await summary(page)).toMatchObject(figures);
      expect(served).toBe(1);
      expect(consoleErrors.splice(0).filter((error) => !OF_THE_BROWSER.test(error))).toEqual([]);
    });
  }
});
