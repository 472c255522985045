import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { control, expect, hop, open, test } from './app';
import { axeFindsNothing } from './axe';

const lanes = (page: Page) => control(page, 'lane');
const titles = (page: Page) => lanes(page).getByRole('heading').allInnerTexts();
/** Each lane has its embedding. */
const drawn = async (page: Page, count: number) =>
  expect(lanes(page).locator('canvas')).toHaveCount(count, { timeout: 30_000 });

/** One command by what it is called. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(control(page, 'palette-query')).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(control(page, 'palette')).toHaveCount(0);
}

test('a comparison by mouse and by keys, shared, opened elsewhere and taken along', async ({ page, browser }) => {
  await open(page, '?backend=wasm');
  // By mouse: one press keeps what is on screen, the other changes one thing.
  await control(page, 'compare').click();
  await drawn(page, 2);
  await expect(control(page, 'compare-panel')).toContainText('Two lanes are the same.');
  await control(page, 'layer').click();
  await control(page, 'layer-gcnii').click();
  await expect.poll(() => titles(page)).toEqual(['GCNII', 'GCN']);

  // By keys: a third, of another graph.
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await drawn(page, 3);
  await command(page, 'Graph: Zachary');
  await expect
    .poll(() => titles(page))
    .toEqual(["Zachary's karate club · GCNII", 'Four circles of friends · GCN', 'Four circles of friends · GCNII']);

  // Stepped together, and in words.
  await page.keyboard.press('End');
  expect(await hop(page)).toBe(16);
  const words = control(page, 'compare-words');
  await expect(words).toContainText(/^At hop 16 the effective rank is \d.* for /);
  await expect(words).toContainText(/Rows collapse to one \w+.* at hop \d+ for Four circles of friends · GCN;/);
  const figures = await page.evaluate(async () =>
    JSON.parse(await (await window.hopscope.export('comparison.json')).text()),
  );
  expect(figures.map((row: { lane: number; hop: number }) => [row.lane, row.hop])).toEqual(
    [1, 2, 3].flatMap((lane) => Array.from({ length: 17 }, (_, k) => [lane, k])),
  );
  expect(await page.evaluate(async () => (await window.hopscope.export('comparison.png')).size)).toBeGreaterThan(
    10_000,
  );
  const download = page.waitForEvent('download');
  await control(page, 'lanes-save-csv').click();
  expect(readFileSync(await (await download).path(), 'utf8')).toMatch(/^lane,title,hop,width,dirichlet/);

  // The link opens to the same elsewhere.
  const [said, link, called] = [
    await words.innerText(),
    await page.evaluate(() => window.hopscope.share()),
    await titles(page),
  ];
  expect(new URL(link).hash.length).toBeLessThan(2048);
  const elsewhere = await (await browser.newContext()).newPage();
  await open(elsewhere, `?backend=wasm${new URL(link).hash}`);
  await drawn(elsewhere, 3);
  expect(await titles(elsewhere)).toEqual(called);
  await expect(control(elsewhere, 'compare-words')).toHaveText(said);

  // There a lane is put on screen and another removed; undo takes each back, and a wrong lane is refused by its place.
  await control(elsewhere, 'lane-front-1').click();
  await expect.poll(() => elsewhere.evaluate(() => window.hopscope.graph().nodes)).toBe(72);
  await control(elsewhere, 'lane-remove-2').click();
  await expect
    .poll(() => titles(elsewhere))
    .toEqual(['Four circles of friends · GCN', "Zachary's karate club · GCNII"]);
  await elsewhere.evaluate(() => document.querySelector<HTMLElement>('[data-control="undo"]')?.focus());
  await elsewhere.keyboard.press('Control+z');
  await drawn(elsewhere, 3);
  await elsewhere.keyboard.press('Control+z');
  await expect.poll(() => titles(elsewhere)).toEqual(called);
  const refusal = await elsewhere.evaluate(() => {
    const session = window.hopscope.session();
    const [first] = session.lanes;
    const wrong = { ...first, recipe: { ...first.recipe, hops: 1000 } };
    return window.hopscope
      .open({ ...session, lanes: [first, first, wrong] })
      .then(String, (error: Error) => error.message);
  });
  expect(refusal).toBe(
    'session.lanes[2].recipe: hops is 1000, but it has to be a whole number from 0 to 128. The nearest is 128.',
  );
});

test('axe finds nothing in a comparison, wide and light or narrow and dark, and nothing runs over its edge', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await open(page, '?backend=wasm');
  await page.keyboard.press('c');
  await page.evaluate(() => window.hopscope.run({ ...window.hopscope.recipe(), residual: 'skip', hops: 4 }));
  await drawn(page, 2);
  await axeFindsNothing(page, 'wide', '[data-control="compare-panel"]');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await axeFindsNothing(page, 'narrow', '[data-control="compare-panel"]');
  const body = await page.locator('.side-panel-body').evaluate((at) => [at.scrollWidth, at.clientWidth]);
  expect(body[0]).toBe(body[1]);
});
