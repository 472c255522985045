import { clickNode, control, expect, hop, open, test } from './app';

test('the opening scene is computed on WebGPU, on the software adapter, and says so', async ({ page }) => {
  await open(page);
  const backend = await page.evaluate(() => window.hopscope.backend());
  expect(backend).toMatchObject({ name: 'webgpu', software: true });
  await expect(control(page, 'backend')).toContainText('WebGPU');
  const graph = await page.evaluate(() => window.hopscope.graph());
  expect(graph).toMatchObject({ nodes: 72, classes: 4, components: 1 });
});

test('the first graph is painted before any tensor library is fetched', async ({ page }) => {
  const fetched: { url: string; at: number }[] = [];
  page.on('requestfinished', (request) => fetched.push({ url: request.url(), at: request.timing().startTime }));
  await open(page);
  const painted = await page.evaluate(() => {
    const [mark] = performance.getEntriesByName('hopscope:first-paint');
    return performance.timeOrigin + mark.startTime;
  });
  const tensors = fetched.filter(({ url }) => /\/assets\/webgpu-/.test(url));
  expect(tensors).toHaveLength(1);
  expect(tensors[0].at).toBeGreaterThan(painted);
});

test('the keys step, jump, play and let go', async ({ page }) => {
  await open(page);
  await page.keyboard.press('ArrowRight');
  expect(await hop(page)).toBe(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  expect(await hop(page)).toBe(1);
  await page.keyboard.press('End');
  expect(await hop(page)).toBe(16);
  await page.keyboard.press('ArrowRight');
  expect(await hop(page)).toBe(16);
  await page.keyboard.press('Home');
  expect(await hop(page)).toBe(0);
  await page.keyboard.press('Space');
  await expect.poll(() => hop(page)).toBeGreaterThan(1);
  await page.keyboard.press('Space');
  await expect(control(page, 'play')).toHaveAccessibleName(/play/i);
});

test('the buttons step, and the track scrubs by click and by drag', async ({ page }) => {
  await open(page);
  await control(page, 'step-forward').click();
  expect(await hop(page)).toBe(1);
  await control(page, 'step-back').click();
  expect(await hop(page)).toBe(0);

  const track = control(page, 'hop');
  const box = await track.boundingBox();
  if (!box) throw new Error('the track has no box');
  await page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.5);
  expect(await hop(page)).toBe(8);
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 4, box.y + box.height * 0.5, { steps: 6 });
  await page.mouse.up();
  expect(await hop(page)).toBe(16);
});

test('a step moves what is drawn to the trace of that hop, and computes nothing', async ({ page }) => {
  await open(page);
  await page.waitForFunction(() => !window.hopscope.drawn('embedding').moving);
  const before = await page.evaluate(() => [...window.hopscope.drawn('embedding').positions]);
  let runs = 0;
  await page.exposeFunction('countRun', () => runs++);
  await page.evaluate(() => window.hopscope.on('trace', () => (window as unknown as { countRun(): void }).countRun()));
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => !window.hopscope.drawn('embedding').moving);
  const { after, projection } = await page.evaluate(() => ({
    after: [...window.hopscope.drawn('embedding').positions],
    projection: [...window.hopscope.projection(1).data],
  }));
  expect(after).not.toEqual(before);
  // True scale: one factor for all nodes and both axes.
  const scale = after[0] / projection[0];
  for (let v = 0; v < 72; v++) {
    expect(after[2 * v]).toBeCloseTo(projection[3 * v] * scale, 4);
    expect(after[2 * v + 1]).toBeCloseTo(projection[3 * v + 1] * scale, 4);
  }
  expect(runs).toBe(0);
});

test('collapse is seen: in true scale the drawn cloud shrinks, zoomed it does not', async ({ page }) => {
  await open(page);
  const spread = async (k: number) => {
    await page.evaluate((to) => window.hopscope.hop(to), k);
    await page.waitForFunction(() => !window.hopscope.drawn('embedding').moving);
    return page.evaluate(() => Math.max(...window.hopscope.drawn('embedding').positions.map(Math.abs)));
  };
  const [first, last] = [await spread(0), await spread(16)];
  expect(last).toBeLessThan(first / 2);
  await control(page, 'scale-zoomed').check({ force: true });
  expect(await spread(16)).toBeGreaterThan(first / 2);
});

for (const view of ['graph', 'embedding'] as const) {
  test(`a click on a node in the ${view} view focuses it everywhere`, async ({ page }) => {
    await open(page);
    await page.evaluate(() => window.hopscope.hop(2));
    await expect(control(page, 'layout-stop')).toHaveCount(0);
    await page.waitForFunction((name) => !window.hopscope.drawn(name).moving, view);
    await clickNode(page, view, 25);
    const focus = await page.evaluate(() => window.hopscope.session().focus);
    expect(focus).not.toBeNull();
    if (view === 'graph') expect(focus).toBe('25');
    await expect(control(page, 'inspector').getByRole('heading', { level: 2 })).toContainText(String(focus));
    await expect(control(page, 'graph-panel')).toContainText(/now hears from \d+ of 72 nodes/);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => window.hopscope.session().focus)).toBeNull();
  });
}

test('the reach sentence is exact', async ({ page }) => {
  await open(page);
  await page.evaluate(async () => {
    const path = [0, 1, 2, 3, 4, 5, 6].map((v) => [v, v + 1] as [number, number]);
    await window.hopscope.load({ nodes: 8, edges: path });
    const session = window.hopscope.session();
    await window.hopscope.open({ ...session, hop: 2, focus: '0' });
  });
  await expect(control(page, 'graph-panel')).toContainText('now hears from 3 of 8 nodes');
  await page.keyboard.press('ArrowRight');
  await expect(control(page, 'graph-panel')).toContainText('now hears from 4 of 8 nodes');
});

test('the inspector shows the trace: coefficients, vectors and the row itself', async ({ page }) => {
  await open(page);
  await page.evaluate(async () => {
    await window.hopscope.open({ ...window.hopscope.session(), hop: 3, focus: '25' });
  });
  const arithmetic = page.locator('[data-hop="3"][data-node="25"]');
  await expect(arithmetic).toBeVisible();
  const explanation = await page.evaluate(() => window.hopscope.explain('25', 3));
  await expect(arithmetic.locator('[data-control="message-sender"]')).toHaveCount(
    explanation.messages.filter(({ from }) => from !== '25').length,
  );
  for (const { coefficient } of explanation.messages) {
    await expect(arithmetic).toContainText((coefficient as number).toFixed(2));
  }
});

test('a node is found by name and flown to', async ({ page }) => {
  await open(page);
  await page.keyboard.press('/');
  await page.keyboard.type('41');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => window.hopscope.session().focus)).toBe('41');
  const stage = await control(page, 'graph-panel').locator('.view-stage').boundingBox();
  if (!stage) throw new Error('the graph view has no box');
  await expect
    .poll(async () => {
      const { x, y } = await page.evaluate(() => window.hopscope.viewportOf('graph', '41'));
      return Math.hypot(x - stage.x - stage.width / 2, y - stage.y - stage.height / 2);
    })
    .toBeLessThan(stage.width / 4);
});

test('colours follow the encoding that is chosen', async ({ page }) => {
  await open(page);
  const distinct = () =>
    page.evaluate(() => {
      const { colours } = window.hopscope.drawn('graph');
      return new Set(Array.from({ length: 72 }, (_, v) => colours.slice(4 * v, 4 * v + 3).join())).size;
    });
  await control(page, 'colour-class').check({ force: true });
  await page.waitForFunction(() => !window.hopscope.drawn('graph').moving);
  expect(await distinct()).toBe(4);
  await control(page, 'colour-embedding').check({ force: true });
  await page.waitForFunction(() => !window.hopscope.drawn('graph').moving);
  expect(await distinct()).toBeGreaterThan(20);
});

test('undo and redo go back and forth', async ({ page }) => {
  await open(page);
  await page.evaluate(() => window.hopscope.run({ conv: 'sage', hops: 4 }));
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.evaluate(() => window.hopscope.recipe().conv)).toBe('gcn');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => page.evaluate(() => window.hopscope.recipe().conv)).toBe('sage');
});

test('given coordinates are kept, and the same seed gives the same picture', async ({ page }) => {
  await open(page);
  const settled = () => expect(control(page, 'layout-stop')).toHaveCount(0);
  await settled();
  const first = await page.evaluate(() => [...window.hopscope.drawn('graph').positions]);
  await control(page, 'layout-rerun').click();
  await settled();
  await page.waitForFunction(() => !window.hopscope.drawn('graph').moving);
  expect(await page.evaluate(() => [...window.hopscope.drawn('graph').positions])).toEqual(first);

  const square = await page.evaluate(async () => {
    await window.hopscope.load({
      nodes: [
        { id: 'a', x: 0, y: 0 },
        { id: 'b', x: 4, y: 0 },
        { id: 'c', x: 4, y: 2 },
      ],
      edges: [
        ['a', 'b'],
        ['b', 'c'],
      ],
    });
    const { positions } = window.hopscope.drawn('graph');
    return [positions[2] - positions[0], positions[5] - positions[3]];
  });
  expect(Math.abs(square[0] / square[1])).toBeCloseTo(2, 3);
});
