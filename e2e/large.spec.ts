import type { Page } from '@playwright/test';
import { control, expect, hop, open, test } from './app';
import { settled } from './drawn';

/** Of the page: a wide net, each node linked with so many that come after it, at places of its own. */
async function show(page: Page, nodes: number, links: number): Promise<void> {
  await page.evaluate(
    async ([count, far]) => {
      const { hopscope } = window;
      await hopscope.run({ hops: 2, width: 2, decoder: 'none' });
      const side = Math.ceil(Math.sqrt(count));
      await hopscope.load({
        name: 'net',
        nodes: Array.from({ length: count }, (_, v) => ({ id: `${v}`, x: v % side, y: Math.floor(v / side) })),
        edges: Array.from({ length: count * far }, (_, e): [string, string] => {
          const from = Math.floor(e / far);
          return [`${from}`, `${(from + 1 + (e % far) * side) % count}`];
        }),
      });
    },
    [nodes, links] as const,
  );
}

test.describe('a hundred thousand nodes', () => {
  test.slow();

  test('are stepped through, zoomed, searched and opened; what is drawn in motion is said', async ({ page }) => {
    await open(page, '?backend=wasm');
    await show(page, 100_000, 2);
    await expect(control(page, 'crowd-note')).toHaveText(
      '200,000 edges: all are drawn at rest, 5,000 of them in motion.',
    );
    const places = () =>
      page.evaluate(() => {
        const { positions } = window.hopscope.drawn('embedding');
        return [positions.length, ...positions.slice(1000, 1004)];
      });
    const before = await places();
    await page.keyboard.press('ArrowRight');
    await settled(page);
    expect(await hop(page)).toBe(1);
    const after = await places();
    expect(after[0]).toBe(200_000);
    expect(after.slice(1)).not.toEqual(before.slice(1));

    const apart = () =>
      page.evaluate(() => {
        const [a, b] = [0, 99_999].map((node) => window.hopscope.viewportOf('graph', node));
        return Math.hypot(a.x - b.x, a.y - b.y);
      });
    const home = await apart();
    await page.keyboard.press('+');
    await expect.poll(apart).toBeGreaterThan(1.4 * home);
    await page.keyboard.press('f');
    await expect.poll(apart).toBeCloseTo(home, 0);

    await control(page, 'find-node').fill('54321');
    await control(page, 'found-node').first().click();
    await expect(control(page, 'inspector')).toContainText('Node 54321');
    await expect(control(page, 'message-sender')).toHaveCount(4);
  });
});

test('a graph of too many edges is drawn by its nodes, and a part of it is offered', async ({ page }) => {
  test.slow();
  await open(page, '?backend=wasm');
  await show(page, 6_000, 40);
  await expect(page.getByText('Only the nodes of this graph are drawn')).toBeVisible();
  await expect(control(page, 'notice')).toContainText('It has 240,000 edges, and up to 200,000 are drawn');
  await control(page, 'notice-action').click();
  await expect.poll(() => page.evaluate(() => window.hopscope.graph().nodes)).toBe(2_000);
  const sample = await page.evaluate(() => window.hopscope.session().lanes[0].dataset.sample);
  expect(sample).toEqual({ method: 'random-walk', nodes: 2_000, seed: 1 });
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.evaluate(() => window.hopscope.graph().nodes)).toBe(6_000);
});
