import { control, expect, hop, test } from './app';
import { opened, settled } from './drawn';
import { drawWithFingers, type Spot } from './fingers';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

test('by touch alone: a node, its tree, another beside it; the view under two fingers and one; the hops', async ({
  page,
}) => {
  await opened(page, '?backend=wasm');
  const at = (node: string) => page.evaluate((id) => window.hopscope.viewportOf('graph', id), node);
  const focus = () => page.evaluate(() => window.hopscope.session().focus);
  const node = await at('24');
  await page.touchscreen.tap(node.x, node.y);
  await expect.poll(focus).toBe('24');

  const [one, other] = [await at('24'), await at('50')];
  const apart = async () => {
    const [a, b] = [await at('24'), await at('50')];
    return Math.hypot(a.x - b.x, a.y - b.y) / Math.hypot(one.x - other.x, one.y - other.y);
  };
  const box = await control(page, 'graph-view').boundingBox();
  if (!box) throw new Error('the graph view has no box');
  const middle: Spot = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const along = (from: number, to: number) =>
    Array.from({ length: 6 }, (_, i) => ({ x: middle.x + from + ((to - from) * i) / 5, y: middle.y }));
  await drawWithFingers(page, along(-40, -80), along(40, 80));
  await expect.poll(apart, 'two fingers twice as far apart').toBeCloseTo(2, 1);
  const [before, width] = [await at('24'), await page.evaluate(() => visualViewport?.width)];
  expect(width, 'the page itself is not zoomed').toBe(390);
  await drawWithFingers(page, along(0, 60));
  await expect.poll(async () => (await at('24')).x - before.x, 'one finger moves the view').toBeCloseTo(60, -1);
  expect(await focus(), 'neither is a tap').toBe('24');
  await control(page, 'fit-graph').tap();
  await expect.poll(apart).toBeCloseTo(1, 2);

  const track = await control(page, 'hop').boundingBox();
  if (!track) throw new Error('the track has no box');
  const scrub = [0.1, 0.4, 0.6].map((share) => ({ x: track.x + share * track.width, y: track.y + track.height / 2 }));
  await drawWithFingers(page, scrub);
  expect(await hop(page)).toBe(Math.floor(0.6 * 17));
  await page.evaluate(() => window.hopscope.hop(1));
  await control(page, 'step-forward').tap();
  expect(await hop(page)).toBe(2);
  await settled(page);

  await control(page, 'inspector-tab-tree').tap();
  const disc = page.getByRole('treeitem', { name: /^(?!24 ).* at hop 1/ }).first();
  const name = ((await disc.getAttribute('aria-label')) ?? '').split(' ')[0];
  await disc.tap();
  await expect.poll(focus).toBe(name);
  await control(page, 'inspector-tab-reach').tap();
  await control(page, 'find-companion').tap();
  await control(page, 'find-companion').fill('24');
  await control(page, 'found-node').first().tap();
  await expect(control(page, 'shared-field')).toContainText(
    new RegExp(`By hop 2 Node ${name} has heard \\d+ nodes, Node 24 \\d+`),
  );
});
