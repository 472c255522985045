import type { Page } from '@playwright/test';
import type { Edit } from '../src/graph/edits/edit';
import { clickNode, control, expect, open, tabTo, test } from './app';
import { axeFindsNothing } from './axe';
import { opened, settled, strongest, type View } from './drawn';
import { drawWithFingers } from './fingers';

/** Alpha of every node as a view draws it. */
const presence = (page: Page, view: View) =>
  page.evaluate((name) => [...window.hopscope.drawn(name).colours].filter((_, i) => i % 4 === 3), view);

/** Nodes that a view draws in full. */
async function shown(page: Page, view: View): Promise<number[]> {
  await settled(page, view);
  return (await presence(page, view)).flatMap((alpha, node) => (alpha === 255 ? [node] : []));
}

/** Two towns of three people, where their coordinates say. */
async function towns(page: Page): Promise<void> {
  await open(page);
  await page.evaluate(() =>
    window.hopscope.load({
      name: 'towns',
      nodes: [
        { id: 'Ada', class: 'north', age: 10, job: 'smith', x: 0, y: 4 },
        { id: 'Bo', class: 'north', age: 20, job: 'baker', x: 1, y: 4 },
        { id: 'Cy', class: 'north', age: 30, job: 'smith', x: 0, y: 3 },
        { id: 'Di', class: 'south', age: 40, job: 'baker', x: 8, y: 0 },
        { id: 'Ed', class: 'south', age: 50, job: 'smith', x: 9, y: 0 },
        { id: 'Flo', class: 'south', age: 60, x: 8, y: 1 },
      ],
      edges: [
        { source: 'Ada', target: 'Bo', relation: 'friend' },
        { source: 'Ada', target: 'Bo', relation: 'rival' },
        { source: 'Bo', target: 'Cy', relation: 'friend' },
        { source: 'Cy', target: 'Di', relation: 'rival' },
        { source: 'Di', target: 'Ed', relation: 'friend' },
        { source: 'Ed', target: 'Flo', relation: 'friend' },
        { source: 'Flo', target: 'Flo', relation: 'rival' },
      ],
    }),
  );
  await settled(page);
}

/** Where a view has some nodes, with room around them, as a path. */
async function around(page: Page, view: View, nodes: string[]): Promise<{ x: number; y: number }[]> {
  const spots = await page.evaluate(([name, ids]) => ids.map((id) => window.hopscope.viewportOf(name, id)), [
    view,
    nodes,
  ] as const);
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs) - 14, Math.max(...xs) + 14];
  const [top, bottom] = [Math.min(...ys) - 14, Math.max(...ys) + 14];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

test.describe('the lasso', () => {
  test('selects in every view what it goes around, says of which classes, and Esc lets go', async ({ page }) => {
    await towns(page);
    await control(page, 'lasso-graph').click();
    const [first, ...rest] = await around(page, 'graph', ['Ada', 'Bo', 'Cy']);
    await page.mouse.move(first.x, first.y);
    await page.mouse.down();
    for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 4 });
    await page.mouse.up();
    for (const view of ['graph', 'embedding'] as const) expect(await shown(page, view)).toEqual([0, 1, 2]);
    await expect(control(page, 'selection')).toContainText('3 nodes selected · 3 north');
    await page.keyboard.press('Escape');
    await expect(control(page, 'selection')).toHaveCount(0);
    expect(await shown(page, 'embedding')).toEqual([0, 1, 2, 3, 4, 5]);
    await page.keyboard.press('Escape');
    await expect(control(page, 'lasso-graph')).toHaveAttribute('aria-pressed', 'false');
    const box = await control(page, 'graph-view').boundingBox();
    if (!box) throw new Error('the graph view has no box');
    const before = await page.evaluate(() => window.hopscope.viewportOf('graph', 'Ada'));
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect
      .poll(async () => (await page.evaluate(() => window.hopscope.viewportOf('graph', 'Ada'))).x - before.x)
      .toBeGreaterThan(30);
    await expect(control(page, 'selection'), 'a drag moves the view again').toHaveCount(0);
  });

  test.describe('by touch', () => {
    test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
    test('a finger draws it too', async ({ page }) => {
      await towns(page);
      await control(page, 'lasso-graph').tap();
      const path = await around(page, 'graph', ['Di', 'Ed', 'Flo']);
      await drawWithFingers(page, [...path, path[0]]);
      expect(await shown(page, 'graph')).toEqual([3, 4, 5]);
      await expect(control(page, 'selection')).toContainText('3 south');
      await control(page, 'selection-clear').tap();
      await expect(control(page, 'selection')).toHaveCount(0);
      expect(await shown(page, 'graph')).toHaveLength(6);
    });
  });
});

test.describe('the filter', () => {
  test('dims what it holds back in every view, counts the rest, and is in the address', async ({ page }) => {
    await towns(page);
    await control(page, 'filter').click();
    await control(page, 'filter-add').selectOption({ label: 'age' });
    await control(page, 'filter-from').fill('30');
    await control(page, 'filter-from').press('Enter');
    await control(page, 'filter-add').selectOption({ label: 'job' });
    await control(page, 'filter-value').nth(1).uncheck();
    await expect(page.locator('.popover:popover-open')).toContainText('2 of 6 nodes shown');
    await page.keyboard.press('Escape');
    for (const view of ['graph', 'embedding'] as const) expect(await shown(page, view)).toEqual([2, 4]);
    await expect(control(page, 'filter-note')).toContainText('2 of 6 nodes');
    expect(await page.evaluate(() => window.hopscope.session().view.filter)).toEqual([
      { field: '@age', from: 30 },
      { field: '@job', is: ['smith'] },
    ]);
    await page.evaluate((address) => window.hopscope.open(address), await page.evaluate(() => window.hopscope.share()));
    expect(await shown(page, 'graph')).toEqual([2, 4]);
    await control(page, 'filter-end').click();
    expect(await shown(page, 'graph')).toHaveLength(6);
  });

  test('by keyboard alone, by class, degree and component: what it shows can be selected', async ({ page }) => {
    await towns(page);
    // Without the one edge between them the towns are two components.
    await page.evaluate(() => window.hopscope.edit([{ do: 'remove-edge', from: 'Cy', to: 'Di' }]));
    const found = page.locator('.popover:popover-open');
    await page.keyboard.press('Control+k');
    await expect(control(page, 'palette-query')).toBeFocused();
    await page.keyboard.type('filter the nodes');
    await page.keyboard.press('Enter');
    await expect(found).toBeVisible();
    const add = async (field: string) => {
      await tabTo(page, 'filter-add');
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.type(field);
      await page.keyboard.press('Enter');
    };
    const backTo = (name: string) => tabTo(page, name, 'Shift+Tab');
    await add('class');
    await backTo('filter-value');
    await page.keyboard.press('Space');
    await expect(found).toContainText('3 of 6 nodes shown');
    await add('degree');
    await backTo('filter-from');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await expect(found).toContainText('2 of 6 nodes shown');
    await add('component');
    await backTo('filter-value');
    await page.keyboard.press('Space');
    expect(await page.evaluate(() => window.hopscope.session().view.filter)).toEqual([
      { field: 'class', is: ['north'] },
      { field: 'degree', from: 2 },
      { field: 'component', is: ['component 1 (3)'] },
    ]);
    expect(await shown(page, 'graph')).toEqual([0, 1]);
    await backTo('filter-value');
    await page.keyboard.press('Space');
    await expect(found).toContainText('0 of 6 nodes shown');
    await page.keyboard.press('Space');
    await tabTo(page, 'filter-select');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(control(page, 'selection')).toContainText('2 nodes selected · 2 north');
    await page.keyboard.press('l');
    await expect(control(page, 'lasso-graph')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Escape');
    await expect(control(page, 'selection')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(control(page, 'lasso-graph')).toHaveAttribute('aria-pressed', 'false');
  });
});

test.describe('how nodes look', () => {
  test('colours and sizes show any attribute, each with its legend', async ({ page }) => {
    await towns(page);
    const radii = () => page.evaluate(() => [...window.hopscope.drawn('graph').radii]);
    await expect(control(page, 'size-legend')).toContainText('Degree');
    await control(page, 'look').click();
    await control(page, 'size-by').selectOption({ label: 'age' });
    await settled(page);
    const sizes = await radii();
    expect(sizes.every((radius, node) => node === 0 || radius > sizes[node - 1])).toBe(true);
    await expect(control(page, 'size-legend')).toContainText(/age\s*10\s*35\s*60/);
    await control(page, 'size-by').selectOption('equal');
    await settled(page);
    expect(new Set(await radii()).size).toBe(1);
    await expect(control(page, 'size-legend')).toHaveCount(0);

    await control(page, 'colour-by').selectOption({ label: 'job' });
    await settled(page);
    const colours = await page.evaluate(() => {
      const bytes = window.hopscope.drawn('graph').colours;
      return Array.from({ length: 6 }, (_, v) => bytes.slice(4 * v, 4 * v + 3).join());
    });
    expect(colours[0]).toBe(colours[2]);
    expect(colours[1]).toBe(colours[3]);
    expect(new Set(colours).size, 'two jobs, and one that is not known').toBe(3);
    await page.keyboard.press('Escape');
    const legend = page.getByRole('list', { name: 'job' });
    await expect(legend).toContainText('smith');
    await expect(legend).toContainText('not known');
    expect(await page.evaluate(() => window.hopscope.session().view)).toMatchObject({ colour: '@job', size: 'equal' });
  });

  test('edges are coloured by their type, with a legend, on curves where there are several', async ({ page }) => {
    await towns(page);
    await expect(control(page, 'edge-legend')).toContainText('friend');
    await expect(control(page, 'edge-legend')).toContainText('rival');
    const legend = await control(page, 'edge-legend')
      .locator('.legend-edge')
      .evaluateAll((lines) => lines.map((line) => getComputedStyle(line).backgroundColor.match(/\d+/g)?.map(Number)));
    const spots = await page.evaluate(() =>
      ['Ada', 'Bo', 'Cy', 'Di', 'Flo'].map((id) => window.hopscope.viewportOf('graph', id)),
    );
    const [ada, bo, cy, di, flo] = spots;
    const middle = { x: (ada.x + bo.x) / 2, y: (ada.y + bo.y) / 2 };
    const length = Math.hypot(bo.x - ada.x, bo.y - ada.y);
    const aside = { x: (bo.y - ada.y) / length, y: -(bo.x - ada.x) / length };
    const off = (pixels: number) => ({ x: middle.x + pixels * aside.x, y: middle.y + pixels * aside.y });
    const between = { x: (cy.x + di.x) / 2, y: (cy.y + di.y) / 2 };
    const found = await strongest(page, [off(7), off(-7), between], 4);
    const nearest = (colour: number[]) => {
      const far = legend.map((each) => Math.hypot(...(each ?? []).map((value, i) => value - colour[i])));
      return far.indexOf(Math.min(...far));
    };
    expect(new Set(found.slice(0, 2).map(nearest)), 'two people who are friends and rivals').toEqual(new Set([0, 1]));
    expect(nearest(found[2])).toBe(1);
    // As far up as the loop goes, which depends on how large the node is drawn.
    const shoulder = Array.from({ length: 12 }, (_, i) => ({
      x: flo.x - 0.59 * (18 + 2 * i),
      y: flo.y - 0.81 * (18 + 2 * i),
    }));
    const over = (await strongest(page, shoulder, 2)).filter((colour) => colour.some((value) => value > 0));
    expect(over.map(nearest), 'a rival of oneself, over its shoulder').toContain(1);
    const [straight] = await strongest(page, [middle], 2);
    expect(straight, 'none of the two is the straight line').toEqual([0, 0, 0]);
  });

  test('classes are outlined on demand', async ({ page }) => {
    await towns(page);
    /** Painted pixels of the layer under the nodes. */
    const ink = (view: View) =>
      page.evaluate((name) => {
        const canvas = document.querySelector<HTMLCanvasElement>(`[data-control="${name}-view"] .sigma-under`);
        const context = canvas?.getContext('2d');
        if (!canvas || !context) throw new Error('there is no layer under the nodes');
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        return data.filter((byte, i) => i % 4 === 3 && byte > 0).length;
      }, view);
    expect(await ink('graph')).toBe(0);
    await control(page, 'look').click();
    await control(page, 'hulls').check();
    await page.keyboard.press('Escape');
    for (const view of ['graph', 'embedding'] as const) await expect.poll(() => ink(view)).toBeGreaterThan(500);
    expect(await page.evaluate(() => window.hopscope.session().view.hulls)).toBe(true);
  });
});

test('a node under the pointer is shown in both views; it goes with the pointer', async ({ page }) => {
  await towns(page);
  const ink = (view: View) =>
    page.evaluate((name) => {
      const canvas = document.querySelector<HTMLCanvasElement>(`[data-control="${name}-view"] .sigma-over`);
      const context = canvas?.getContext('2d');
      if (!canvas || !context) throw new Error('there is no layer over the nodes');
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      return data.filter((byte, i) => i % 4 === 3 && byte > 0).length;
    }, view);
  const before = { graph: await ink('graph'), embedding: await ink('embedding') };
  const spot = await page.evaluate(() => window.hopscope.viewportOf('graph', 'Ed'));
  await page.mouse.move(spot.x, spot.y);
  // A card here, a ring there.
  await expect.poll(() => ink('graph')).toBeGreaterThan(before.graph + 2000);
  await expect.poll(() => ink('embedding')).toBeGreaterThan(before.embedding + 20);
  await page.mouse.move(spot.x, spot.y - 80);
  await expect.poll(() => ink('embedding')).toBe(before.embedding);
});

test('a node that is pulled is pinned: the layout leaves it, the address keeps it, undo and a button let it go', async ({
  page,
}) => {
  await opened(page);
  const place = () => page.evaluate(() => window.hopscope.viewportOf('graph', 25));
  const pins = () => page.evaluate(() => window.hopscope.session().view.pins ?? null);
  const from = await place();
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x - 30, from.y - 40, { steps: 5 });
  await page.mouse.up();
  const id = await page.evaluate(() => window.hopscope.session().focus);
  expect(id, 'a drag is no click').toBeNull();
  expect(Object.keys((await pins()) ?? {})).toEqual(['25']);
  await settled(page);
  const to = await place();
  expect(Math.hypot(to.x - from.x + 30, to.y - from.y + 40)).toBeLessThan(4);
  await control(page, 'layout-rerun').click();
  await expect(control(page, 'layout-stop')).toHaveCount(0);
  await settled(page);
  const after = await place();
  expect(Math.hypot(after.x - to.x, after.y - to.y)).toBeLessThan(4);
  await control(page, 'unpin').click();
  expect(await pins()).toBeNull();
  await settled(page);
  const free = await place();
  expect(Math.hypot(free.x - from.x, free.y - from.y)).toBeLessThan(4);
  await page.keyboard.press('Control+z');
  await expect.poll(pins).not.toBeNull();

  await page.keyboard.press('Control+Shift+z');
  await clickNode(page, 'graph', 3);
  const spot = () => page.evaluate(() => window.hopscope.viewportOf('graph', 3));
  const still = await spot();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(`Control+Shift+${key}`);
  await settled(page);
  const moved = await spot();
  expect(moved.x - still.x, 'two steps to the right').toBeGreaterThan(10);
  expect(still.y - moved.y, 'and one up').toBeCloseTo((moved.x - still.x) / 2, 0);
  await page.keyboard.press('Shift+P');
  expect(await pins(), 'let go by key').toBeNull();
  await page.keyboard.press('Shift+P');
  expect(Object.keys((await pins()) ?? {}), 'and pinned where it was').toEqual(['3']);
});

test('a view fills the screen and comes back', async ({ page }) => {
  await opened(page);
  await control(page, 'fullscreen-embedding').click();
  await expect
    .poll(() => page.evaluate(() => document.fullscreenElement?.getAttribute('data-control')))
    .toBe('embedding-panel');
  await control(page, 'fullscreen-embedding').click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
});

test('of a large graph parts are offered, each what it says, with the edits that fit, and the way back', async ({
  page,
}) => {
  await open(page, '?backend=wasm');
  // Two rails with rungs at their beginning, and places of their own, so that no layout has to be found.
  await page.evaluate(async () => {
    await window.hopscope.run({ hops: 1, width: 2 });
    const along = Array.from({ length: 5000 }, (_, v): [number, number] => [v, v + 2]);
    const rungs = Array.from({ length: 10 }, (_, v): [number, number] => [2 * v, 2 * v + 1]);
    const nodes = Array.from({ length: 5002 }, (_, v) => ({ id: `${v}`, x: v >> 1, y: v % 2 }));
    await window.hopscope.load({ name: 'ladder', nodes, edges: [...along, ...rungs] });
    await window.hopscope.open({ ...window.hopscope.session(), focus: '30' });
  });
  const nodes = () => page.evaluate(() => window.hopscope.graph().nodes);
  const part = () => page.evaluate(() => window.hopscope.session().lanes[0].dataset);
  async function take(method: string, count: number) {
    await control(page, 'sample').click();
    await control(page, 'sample-method').selectOption(method);
    await control(page, 'sample-nodes').fill(`${count}`);
    await control(page, 'sample-nodes').press('Enter');
    await control(page, 'sample-take').click();
    await expect(control(page, 'sample-whole')).toBeVisible();
    await expect(control(page, 'run')).toHaveCount(0);
  }

  await control(page, 'sample').click();
  await expect(control(page, 'sample-take')).toBeVisible();
  await axeFindsNothing(page, 'the choice of a sample', '.popover:popover-open');
  await page.keyboard.press('Escape');
  await take('random-walk', 50);
  expect(await nodes()).toBe(50);
  expect((await part()).sample).toEqual({ method: 'random-walk', nodes: 50, seed: 1 });
  await page.keyboard.press('Control+z');
  await expect.poll(nodes).toBe(5002);

  await take('ego', 8);
  expect((await part()).sample).toEqual({ method: 'ego', centre: '30', nodes: 8, seed: 1 });
  const without: Edit = { do: 'remove-node', node: '32' };
  await page.evaluate((edit) => window.hopscope.edit([edit]), without);
  expect(await nodes()).toBe(7);
  await control(page, 'sample-whole').click();
  await expect.poll(nodes).toBe(5001);
  expect((await part()).edits).toEqual([without]);

  await take('k-core', 100);
  expect(await nodes(), 'where each has two neighbours and more').toBe(20);
  expect(await part()).not.toHaveProperty('edits');
  await expect(control(page, 'notice')).toContainText('It cannot be made in this part: without node 32.');
});
