import type { Page } from '@playwright/test';
import { control, expect, hop, open, test } from './app';

/** A ring in which each node also has edges to those after it. */
function shown(page: Page, nodes: number, reach: number): Promise<void> {
  return page.evaluate(
    async ([count, far]) => {
      await window.hopscope.load({
        nodes: count,
        edges: Array.from({ length: count * far }, (_, e): [number, number] => [
          Math.floor(e / far),
          (Math.floor(e / far) + 1 + (e % far)) % count,
        ]),
      });
    },
    [nodes, reach] as const,
  );
}

test('a graph of very many edges says which are drawn in motion, and is stepped through', async ({ page }) => {
  test.setTimeout(180_000);
  await open(page);
  await shown(page, 30_000, 2);
  await expect(control(page, 'crowd-note')).toHaveText('60,000 edges: all are drawn at rest, 5,000 of them in motion.');
  const before = await hop(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => hop(page)).toBe(before + 1);
});

test('a graph too large for its edges offers a part, which is drawn in full', async ({ page }) => {
  test.setTimeout(180_000);
  await open(page);
  await shown(page, 4_000, 51);
  await expect(page.getByText('Only the nodes of this graph are drawn')).toBeVisible();
  await control(page, 'notice-action').click();
  await expect(control(page, 'sample-whole')).toBeVisible();
  expect(await page.evaluate(() => window.hopscope.session().lanes[0].dataset.sample)).toEqual({
    method: 'random-walk',
    nodes: 2_000,
    seed: 1,
  });
});
