import type { Page } from '@playwright/test';
import { control, expect, hop, open, test } from './app';
import { colours, expectNear, frozen, moving, opened, positions, settled, strongest } from './drawn';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

const morph = (page: Page) => page.evaluate(() => window.hopscope.session().view.morph ?? 0);

test.describe('morph', () => {
  test('M slides the graph into its embedding, where a step folds it, and back', async ({ page }) => {
    await frozen(page);
    const layout = await positions(page, 'graph');
    await page.keyboard.press('m');
    await page.clock.runFor(100);
    expect(await moving(page), 'it is seen on the way').toBe(true);
    expect(await positions(page, 'graph')).not.toEqual(layout);
    await page.clock.runFor(400);
    expect(await moving(page)).toBe(false);
    expectNear(await positions(page, 'graph'), await positions(page, 'embedding'));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.clock.runFor(2000);
    const folded = await positions(page, 'graph');
    expectNear(folded, await positions(page, 'embedding'));
    expect(folded).not.toEqual(layout);
    await page.keyboard.press('m');
    await page.clock.runFor(400);
    expectNear(await positions(page, 'graph'), layout, 6);
  });

  test('the slider stops on the way, by mouse and by key, and undo brings it back', async ({ page }) => {
    await opened(page);
    const [layout, embedding] = [await positions(page, 'graph'), await positions(page, 'embedding')];
    const slider = control(page, 'morph');
    const box = await slider.boundingBox();
    if (!box) throw new Error('the slider has no box');
    await page.mouse.move(box.x + 8, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    const share = await morph(page);
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
    await settled(page);
    expectNear(
      await positions(page, 'graph'),
      layout.map((value, i) => value + (embedding[i] - value) * share),
    );
    await slider.press('End');
    expect(await morph(page)).toBe(1);
    expect(await hop(page), 'a key on the slider is no step').toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => morph(page)).toBe(0);
  });

  test('the address brings it back', async ({ page }) => {
    await opened(page);
    await page.evaluate(() => {
      const session = window.hopscope.session();
      return window.hopscope.open({ ...session, hop: 2, view: { ...session.view, morph: 1 } });
    });
    const address = await page.evaluate(() => window.hopscope.share());
    await page.goto('about:blank');
    await page.goto(address);
    await page.evaluate(() => window.hopscope.ready);
    await settled(page);
    expect(await morph(page)).toBe(1);
    expectNear(await positions(page, 'graph'), await positions(page, 'embedding'));
    await expect(control(page, 'graph-view')).toHaveAccessibleName(/where the embedding has them/);
  });

  test.describe('with less motion', () => {
    test.use({ contextOptions: { reducedMotion: 'reduce' } });
    test('it is there at once', async ({ page }) => {
      await opened(page);
      await page.keyboard.press('m');
      const [drawn, embedding] = await page.evaluate(() => [
        window.hopscope.drawn('graph'),
        window.hopscope.drawn('embedding'),
      ]);
      expect(drawn.moving).toBe(false);
      expect(Object.values(drawn.positions)).toHaveLength(144);
      expectNear(Object.values(drawn.positions), Object.values(embedding.positions));
    });
  });

  test.describe('by touch', () => {
    test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
    test('a tap on the end of the slider morphs', async ({ page }) => {
      await opened(page);
      const box = await control(page, 'morph').boundingBox();
      if (!box) throw new Error('the slider has no box');
      await page.touchscreen.tap(box.x + box.width - 3, box.y + box.height / 2);
      await expect.poll(() => morph(page)).toBe(1);
      await settled(page);
      expectNear(await positions(page, 'graph'), await positions(page, 'embedding'));
    });
  });
});

test.describe('a step', () => {
  test('in the midst of another sets out from where the nodes are', async ({ page }) => {
    await frozen(page);
    const all = async () => [await positions(page, 'embedding'), await colours(page, 'graph')];
    const [start] = await all();
    await page.keyboard.press('ArrowRight');
    await page.clock.runFor(96);
    const midway = await all();
    expect(midway[0]).not.toEqual(start);
    await page.keyboard.press('ArrowRight');
    expect(await all(), 'no jump').toEqual(midway);
    await page.clock.runFor(32);
    const [onwards] = await all();
    const way = (from: number[], to: number[]) => Math.max(...from.map((value, i) => Math.abs(value - to[i])));
    expect(way(midway[0], onwards)).toBeGreaterThan(0);
    await page.clock.runFor(1500);
    const arrived = await all();
    expect(way(midway[0], onwards), 'on its way').toBeLessThan(way(midway[0], arrived[0]));
    await page.evaluate(() => window.hopscope.hop(5));
    await page.clock.runFor(1500);
    await page.evaluate(() => window.hopscope.hop(2));
    await page.clock.runFor(1500);
    expect(await all(), 'nothing queues').toEqual(arrived);
  });

  test('leaves every node where it can be hit: of a hundred that are clicked, each is the one in focus', async ({
    page,
  }) => {
    await open(page, '?backend=wasm');
    // Ten rows of ten, which know where they are and hear it from each other: the embedding is that grid, folding together.
    await page.evaluate(async () => {
      const at = Array.from({ length: 100 }, (_, v) => [v % 10, Math.floor(v / 10)]);
      const right = at.flatMap(([x], v) => (x < 9 ? [[v, v + 1] as [number, number]] : []));
      const below = at.flatMap(([, y], v) => (y < 9 ? [[v, v + 10] as [number, number]] : []));
      const features = at.map(([x, y]) => [1.3 * (x - 4.5), y - 4.5]);
      await window.hopscope.load({ name: 'grid', nodes: 100, edges: [...right, ...below], features });
      await window.hopscope.run({
        conv: 'sage',
        hops: 2,
        weights: { kind: 'identity' },
        input: { kind: 'given', normalise: 'none' },
      });
      const session = window.hopscope.session();
      await window.hopscope.open({ ...session, view: { ...session.view, morph: 1, size: 'equal' } });
    });
    await settled(page);
    const before = await positions(page, 'graph');
    // The corners have furthest to go.
    const corners = () =>
      page.evaluate(() => [0, 9, 90, 99].map((node) => window.hopscope.viewportOf('embedding', node)));
    const from = await corners();
    await page.keyboard.press('ArrowRight');
    await settled(page);
    await settled(page, 'embedding');
    expect(await positions(page, 'graph')).not.toEqual(before);
    const to = await corners();
    const onTheWay = from.map(({ x, y }, i) => ({ x: x + 0.3 * (to[i].x - x), y: y + 0.3 * (to[i].y - y) }));
    for (const colour of await strongest(page, onTheWay, 1)) expect(colour, 'a trail').not.toEqual([0, 0, 0]);
    const beside = from.map(({ x, y }, i) => ({ x: x - 0.3 * (to[i].x - x), y: y - 0.3 * (to[i].y - y) }));
    for (const colour of await strongest(page, beside, 1)) expect(colour, 'none where it never was').toEqual([0, 0, 0]);

    const spots = await page.evaluate(() => {
      const { radii } = window.hopscope.drawn('graph');
      return Array.from(radii, (radius, node) => ({ radius, ...window.hopscope.viewportOf('graph', node) }));
    });
    const apart = (a: (typeof spots)[0], b: (typeof spots)[0]) =>
      a === b || Math.hypot(a.x - b.x, a.y - b.y) > a.radius + b.radius + 2;
    expect(
      spots.every((a) => spots.every((b) => apart(a, b))),
      'no node lies on another',
    ).toBe(true);
    const clicked = await page.evaluateHandle(() => {
      const nodes: unknown[] = [];
      window.hopscope.on('focus', (node) => nodes.push(node));
      return nodes;
    });
    for (const { x, y } of spots) await page.mouse.click(x, y);
    expect(await clicked.jsonValue()).toEqual(Array.from(spots, (_, node) => String(node)));
  });
});

test('a crowd is drawn finer: thousands of nodes are neither carpet nor tangle', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '?backend=wasm');
  // A lattice with places of its own, so that no layout has to be found.
  await page.evaluate(async () => {
    await window.hopscope.run({ hops: 1, width: 2 });
    const nodes = Array.from({ length: 6000 }, (_, v) => ({ id: `${v}`, x: v % 80, y: Math.floor(v / 80) }));
    const right = nodes.flatMap(({ x }, v) => (x < 79 ? [[v, v + 1] as [number, number]] : []));
    const up = nodes.flatMap(({ y }, v) => (y < 74 ? [[v, v + 80] as [number, number]] : []));
    await window.hopscope.load({ name: 'lattice', nodes, edges: [...right, ...up] });
  });
  await settled(page);
  const some = [1210, 2020, 3030, 3975, 4777];
  const spots = await page.evaluate(
    (nodes) => [...nodes, 0, 5999].map((node) => window.hopscope.viewportOf('graph', node)),
    some,
  );
  const [corner, opposite] = spots.splice(some.length);
  const [right, up] = [(opposite.x - corner.x) / 79 / 2, (opposite.y - corner.y) / 74 / 2];
  for (const colour of await strongest(page, spots, 0)) expect(colour, 'a node').not.toEqual([0, 0, 0]);
  const between = spots.map(({ x, y }) => ({ x: x + right, y: y + up }));
  for (const colour of await strongest(page, between, 0)) expect(colour, 'paper between four').toEqual([0, 0, 0]);
});
