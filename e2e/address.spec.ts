import { control, expect, open, test } from './app';

test('a reload brings back dataset, recipe, hop, focus and encodings', async ({ page }) => {
  await open(page);
  await page.evaluate(async () => {
    await window.hopscope.load('karate');
    await window.hopscope.run({ conv: 'sage', hops: 6, activation: 'tanh' });
    await window.hopscope.open({ ...window.hopscope.session(), hop: 4, focus: '33' });
  });
  await control(page, 'colour-degree').check({ force: true });
  await expect.poll(() => page.url()).toContain('colour=degree');
  const before = await page.evaluate(() => ({
    session: window.hopscope.session(),
    measures: window.hopscope.measures(),
  }));
  await page.reload();
  await page.evaluate(() => window.hopscope.ready);
  const after = await page.evaluate(() => ({
    session: window.hopscope.session(),
    measures: window.hopscope.measures(),
  }));
  expect(after).toEqual(before);
});

test('a shared address opens the same in another browser, with a small graph of one’s own inside', async ({
  page,
  browser,
}) => {
  await open(page);
  const shared = await page.evaluate(async () => {
    await window.hopscope.load({
      name: 'triangle & tail',
      nodes: [{ id: 'α' }, { id: 'b.2' }, { id: 'c=3' }, { id: 'd' }],
      edges: [
        ['α', 'b.2'],
        ['b.2', 'c=3'],
        ['c=3', 'α'],
        ['c=3', 'd', 2.5],
      ],
    });
    await window.hopscope.open({ ...window.hopscope.session(), hop: 2, focus: 'c=3' });
    const { data } = await window.hopscope.embedding(2);
    return { address: window.hopscope.share(), row: [...data] };
  });
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(shared.address);
  await other.waitForFunction(() => window.hopscope !== undefined);
  const opened = await other.evaluate(async () => {
    await window.hopscope.ready;
    const { data } = await window.hopscope.embedding(2);
    return { session: window.hopscope.session(), graph: window.hopscope.graph(), row: [...data] };
  });
  expect(opened.graph).toMatchObject({ name: 'triangle & tail', nodes: 4, edges: 4, weighted: true });
  expect(opened.session).toMatchObject({ hop: 2, focus: 'c=3' });
  expect(opened.row).toEqual(shared.row);
  await elsewhere.close();
});

test('a graph too large for a link is still there after a reload', async ({ page }) => {
  await open(page, '?backend=wasm');
  await page.evaluate(async () => {
    const edges = Array.from({ length: 6000 }, (_, e) => [e % 3000, (e * 7919 + 13) % 3000] as [number, number]);
    await window.hopscope.load({ name: 'large', nodes: 3000, edges });
    await window.hopscope.run({ conv: 'gcn', hops: 2 });
  });
  await expect.poll(() => page.url()).toContain('name=large');
  await expect.poll(() => page.url()).toContain('recipe.hops=2');
  await page.reload();
  const graph = await page.evaluate(async () => {
    await window.hopscope.ready;
    return window.hopscope.graph();
  });
  expect(graph).toMatchObject({ name: 'large', nodes: 3000, edges: 6000 });
});

for (const [hash, message] of [
  ['#section-2', /not a Hopscope session/],
  ['#version=7&hop=1', /newer Hopscope/],
  ['#version=1&lanes.0.dataset.kind=catalogue&lanes.0.dataset.id=atlantis&lanes.0.recipe.conv=gcn', /atlantis/],
] as const) {
  test(`the address ${hash.slice(0, 24)} is refused in words, and the opening scene is shown`, async ({ page }) => {
    await open(page, hash);
    await expect(control(page, 'notice')).toContainText(message);
    expect((await page.evaluate(() => window.hopscope.graph())).nodes).toBe(72);
  });
}

test('a link pasted into the open page is followed', async ({ page }) => {
  await open(page);
  const address = await page.evaluate(async () => {
    const before = window.hopscope.session();
    await window.hopscope.load('karate');
    const there = window.hopscope.share();
    await window.hopscope.open(before);
    return there;
  });
  await page.evaluate((to) => {
    location.hash = new URL(to).hash;
  }, address);
  await expect.poll(() => page.evaluate(() => window.hopscope.graph().nodes)).toBe(34);
});
