import type { Page } from '@playwright/test';
import { control, expect, open, tabTo, test } from './app';
import { opened, settled } from './drawn';
import { drawWithFingers } from './fingers';

/** What is chosen of a picture, and of a graph, without a mouse. */

const view = (page: Page) => page.evaluate(() => window.hopscope.session().view);
const part = (page: Page) => page.evaluate(() => window.hopscope.session().lanes[0].dataset.sample ?? null);
const popover = (page: Page) => page.locator('.popover:popover-open');

/** A path of 5,002 nodes at places of their own: large enough for a part of it to be offered. */
async function longPath(page: Page): Promise<void> {
  await open(page, '?backend=wasm');
  await page.evaluate(async () => {
    await window.hopscope.run({ hops: 1, width: 2 });
    const nodes = Array.from({ length: 5002 }, (_, v) => ({ id: `${v}`, x: v % 71, y: Math.floor(v / 71) }));
    const edges = nodes.slice(1).map(({ id }, v): [string, string] => [`${v}`, id]);
    await window.hopscope.load({ name: 'path', nodes, edges });
  });
}

test.describe('by touch alone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('colours, sizes, outlines and a filter; where collapse is called; a pin; the link', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await opened(page, '?backend=wasm');
    await control(page, 'look').tap();
    await control(page, 'colour-by').selectOption('degree');
    await control(page, 'size-by').selectOption('equal');
    await page.locator('label', { has: control(page, 'hulls') }).tap();
    await control(page, 'filter').tap();
    await control(page, 'filter-add').selectOption('class');
    await popover(page).locator('label', { hasText: 'Circle A' }).tap();
    await expect(popover(page)).toContainText(/54 of 72 nodes shown/);
    await control(page, 'filter').tap();
    await expect(popover(page)).toHaveCount(0);
    expect(await view(page)).toMatchObject({
      ...{ colour: 'degree', size: 'equal', hulls: true },
      filter: [{ field: 'class', is: ['Circle B', 'Circle C', 'Circle D'] }],
    });

    await control(page, 'measures').tap();
    await control(page, 'collapse-within').fill('20');
    await control(page, 'collapse-within').press('Enter');
    await expect(page.locator('.readings-verdict')).toContainText(/at most 20\s%.* at hop \d: the distance/);
    await control(page, 'measures').tap();
    await expect(popover(page)).toHaveCount(0);

    await control(page, 'graph-view').scrollIntoViewIfNeeded();
    const from = await page.evaluate(() => window.hopscope.viewportOf('graph', 50));
    await drawWithFingers(
      page,
      Array.from({ length: 5 }, (_, i) => ({ x: from.x - 8 * i, y: from.y - 6 * i })),
    );
    expect(Object.keys((await view(page)).pins ?? {})).toEqual(['50']);
    await settled(page);
    const to = await page.evaluate(() => window.hopscope.viewportOf('graph', 50));
    expect(Math.hypot(to.x - from.x + 32, to.y - from.y + 24)).toBeLessThan(4);

    const chosen = await page.evaluate(() => window.hopscope.session());
    await control(page, 'share').tap();
    await control(page, 'share-address-copy').tap();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const there = await context.newPage();
    await there.goto(link);
    await there.waitForFunction(() => window.hopscope !== undefined);
    await there.evaluate(() => window.hopscope.ready);
    expect(await there.evaluate(() => window.hopscope.session())).toEqual(chosen);
  });

  test('a part of a large graph, and the way back', async ({ page }) => {
    await longPath(page);
    await control(page, 'sample').tap();
    await control(page, 'sample-method').selectOption('random-walk');
    await control(page, 'sample-nodes').fill('40');
    await control(page, 'sample-take').tap();
    await expect.poll(() => page.evaluate(() => window.hopscope.graph().nodes)).toBe(40);
    expect(await part(page)).toEqual({ method: 'random-walk', nodes: 40, seed: 1 });
    await control(page, 'sample-whole').tap();
    await expect.poll(() => page.evaluate(() => window.hopscope.graph().nodes)).toBe(5002);
  });
});

test.describe('by keyboard alone', () => {
  /** Chooses from the list that has the focus. */
  async function choose(page: Page, name: string): Promise<void> {
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  }
  async function command(page: Page, words: string): Promise<void> {
    await page.keyboard.press('Control+k');
    await expect(control(page, 'palette-query')).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  }

  test('colours, sizes and outlines', async ({ page }) => {
    await opened(page, '?backend=wasm');
    await tabTo(page, 'look');
    await page.keyboard.press('Enter');
    await expect(popover(page)).toBeVisible();
    await tabTo(page, 'colour-by');
    await choose(page, 'Degree');
    await tabTo(page, 'size-by');
    await choose(page, 'All');
    await tabTo(page, 'hulls');
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    expect(await view(page)).toMatchObject({ colour: 'degree', size: 'equal', hulls: true });
    await expect(control(page, 'look')).toBeFocused();
    for (let changes = 0; changes < 3; changes++) await page.keyboard.press('Control+z');
    expect(await view(page)).toMatchObject({ colour: 'embedding' });
  });

  test('a part of a large graph, and the way back', async ({ page }) => {
    await longPath(page);
    await command(page, 'part of this graph');
    await expect(popover(page)).toBeVisible();
    await tabTo(page, 'sample-nodes');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('40');
    await tabTo(page, 'sample-take');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => window.hopscope.graph().nodes)).toBe(40);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.evaluate(() => window.hopscope.graph().nodes)).toBe(5002);
    expect(await part(page)).toBeNull();
  });
});
