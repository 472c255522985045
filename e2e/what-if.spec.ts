import type { Page } from '@playwright/test';
import { clickNode, control, expect, open, test } from './app';
import { axeFindsNothing } from './axe';

/** The opening scene with node 24 in focus at hop 2 of 4. */
async function openAtNode(page: Page): Promise<void> {
  await open(page, '?backend=wasm');
  await expect(control(page, 'layout-stop')).toHaveCount(0);
  await page.evaluate(() => {
    const session = window.hopscope.session();
    const [{ dataset, recipe }] = session.lanes;
    return window.hopscope.open({
      ...session,
      ...{ lanes: [{ dataset, recipe: { ...recipe, hops: 4 } }], hop: 2, focus: '24' },
    });
  });
  await expect(page.locator('[data-node="24"][data-hop="2"][aria-busy="false"]')).toBeVisible();
}

/** Every bit of the trace, as a digest. */
const trace = (page: Page) =>
  page.evaluate(async () => {
    const { hops } = window.hopscope.recipe();
    const all = await Promise.all(Array.from({ length: hops + 1 }, (_, k) => window.hopscope.embedding(k)));
    const bytes = await new Blob(all.map(({ data }) => Float32Array.from(data))).arrayBuffer();
    return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].join(' ');
  });
/** Where the nodes are drawn. */
const places = (page: Page) => page.evaluate(() => [...window.hopscope.drawn('graph').positions]);
const edits = (page: Page) => page.evaluate(() => window.hopscope.session().lanes[0].dataset.edits ?? []);
const sentence = (page: Page) => control(page, 'change-sentence');
/** How many edits have been made, and their trace is there. */
async function edited(page: Page, count: number): Promise<void> {
  await expect.poll(async () => (await edits(page)).length).toBe(count);
  if (count > 0) await expect(sentence(page)).toContainText(/moved/);
}

/** What the sentence has to say, from the difference itself. */
const counted = (page: Page, k: number) =>
  page.evaluate((hop) => {
    const difference = window.hopscope.difference(hop);
    if (!difference) throw new Error('there is no difference');
    const shares = [...difference.moved].map((by, i) => by / difference.length[i]);
    const most = shares.indexOf(Math.max(...shares));
    return {
      moved: shares.filter((share) => share > 1e-6).length,
      most: difference.nodes[most],
      unmoved: difference.nodes.filter((_, i) => difference.moved[i] === 0).map(Number),
      movedNodes: difference.nodes.filter((_, i) => shares[i] > 1e-6).map(Number),
    };
  }, k);

test('by mouse: an edge goes, the sentence and the colours say what it changes, Ctrl Z brings it back', async ({
  page,
}) => {
  await openAtNode(page);
  const [before, placed] = [await trace(page), await places(page)];
  const row = page.locator('.message-list > li').first();
  const remove = row.locator('[data-control="message-remove"]');
  await expect(remove).toHaveCSS('opacity', '0');
  await row.hover();
  await expect(remove).toHaveCSS('opacity', '1');
  const other = await row.locator('[data-control="message-sender"]').innerText();
  await remove.click();
  await edited(page, 1);

  const { moved, most } = await counted(page, 2);
  await expect(sentence(page)).toHaveText(
    new RegExp(
      `^Without the edge (24–${other}|${other}–24): at hop 2, ${moved} of 72 nodes are moved, node ${most} most, by .+ of its length; first changed at hop 1\\.$`,
    ),
  );
  expect(await places(page), 'nothing jumps').toEqual(placed);

  await control(page, 'edits-show').click();
  await expect(control(page, 'colour-change')).toBeChecked();
  const colours = async () => {
    await page.waitForFunction(() => !window.hopscope.drawn('graph').moving);
    return page.evaluate(() => {
      const { colours: bytes } = window.hopscope.drawn('graph');
      return Array.from({ length: bytes.length / 4 }, (_, v) => [...bytes.slice(4 * v, 4 * v + 3)].join());
    });
  };
  const { unmoved, movedNodes } = await counted(page, 2);
  const drawn = await colours();
  const grey = new Set(unmoved.map((node) => drawn[node]));
  expect(grey.size, 'all that are not moved look alike').toBe(1);
  for (const node of movedNodes) expect(grey.has(drawn[node]), `node ${node} is moved`).toBe(false);

  await page.evaluate(() => window.hopscope.hop(0));
  await expect(sentence(page)).toHaveText(/at hop 0 no node is moved; first at hop 1\.$/);
  expect(new Set(await colours()).size).toBe(1);

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await edited(page, 0);
  await expect.poll(() => trace(page)).toEqual(before);
  await expect.poll(() => places(page)).toEqual(placed);
  await expect(control(page, 'edits')).toHaveCount(0);
  await expect(control(page, 'colour-change')).toHaveCount(0);
  expect(await page.evaluate(() => window.hopscope.difference(2))).toBeNull();
});

test('by keyboard alone: connect, rewire, a feature, a node; each is one undo', async ({ page }) => {
  await openAtNode(page);
  const before = await trace(page);
  await page.keyboard.press('e');
  await expect(control(page, 'connect-node')).toBeFocused();
  await page.keyboard.type('60');
  await page.keyboard.press('Enter');
  await edited(page, 1);
  expect(await edits(page)).toEqual([{ do: 'add-edge', from: '60', to: '24' }]);
  await expect(sentence(page)).toHaveText(/^With an edge 60–24: at hop 2/);

  const command = async (words: string) => {
    await page.keyboard.press('Control+k');
    await expect(control(page, 'palette-query')).toBeFocused();
    await page.keyboard.type(words);
    await expect(control(page, 'palette').getByRole('option').first()).toContainText(words, { ignoreCase: true });
    await page.keyboard.press('Enter');
  };
  await command('take away or rewire');
  const rewire = control(page, 'rewire-edge').first();
  await expect(rewire).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(control(page, 'rewire-onto')).toBeFocused();
  await page.keyboard.type('50');
  await page.keyboard.press('Enter');
  await edited(page, 2);
  expect((await edits(page))[1]).toMatchObject({ do: 'rewire', onto: '50' });

  await command('change a feature');
  await expect(control(page, 'feature-value')).toBeFocused();
  await page.keyboard.type('3.5');
  await page.keyboard.press('Enter');
  await edited(page, 3);
  expect((await edits(page))[2]).toEqual({ do: 'set-feature', node: '24', column: 0, value: 3.5 });
  await expect(sentence(page)).toContainText(/^With these 3 edits: at hop 2/);

  await command('add a node');
  await edited(page, 4);
  expect(await page.evaluate(() => window.hopscope.graph().nodes)).toBe(73);
  for (let left = 3; left >= 0; left--) {
    await page.keyboard.press('Control+z');
    await edited(page, left);
  }
  await expect.poll(() => trace(page)).toEqual(before);
});

test('Delete takes the node in focus out, but not from where something is typed or pressed', async ({ page }) => {
  await openAtNode(page);
  await control(page, 'find-node').focus();
  await page.keyboard.press('Delete');
  await control(page, 'inspector-tab-reach').focus();
  await page.keyboard.press('Delete');
  expect(await edits(page)).toEqual([]);
  const place = await page.evaluate(() => window.hopscope.viewportOf('graph', '40'));
  await clickNode(page, 'graph', 24);
  await page.evaluate(() => window.hopscope.open({ ...window.hopscope.session(), focus: '24' }));
  await page.keyboard.press('Delete');
  await edited(page, 1);
  expect(await edits(page)).toEqual([{ do: 'remove-node', node: '24' }]);
  await expect(sentence(page)).toHaveText(/^Without node 24: at hop 2, \d+ of 71 nodes are moved/);
  await page.waitForFunction(() => !window.hopscope.drawn('graph').moving);
  expect(await page.evaluate(() => window.hopscope.viewportOf('graph', '40'))).toEqual(place);
});

test('a link carries the edits, and what they change', async ({ page }) => {
  await openAtNode(page);
  await page.evaluate(() =>
    window.hopscope.edit([
      { do: 'add-node', node: 'guest', to: ['24', '30'] },
      { do: 'remove-node', node: '3' },
    ]),
  );
  await edited(page, 2);
  const [said, numbers] = [await sentence(page).innerText(), await trace(page)];
  const address = await page.evaluate(() => window.hopscope.share());
  expect(address.length).toBeLessThan(2_048);
  await page.goto('about:blank');
  await open(page, `?backend=wasm${new URL(address).hash}`);
  await expect(sentence(page)).toHaveText(said);
  expect(await trace(page)).toEqual(numbers);
  await control(page, 'edits-end').click();
  await edited(page, 0);
  expect(await page.evaluate(() => window.hopscope.graph().nodes)).toBe(72);
});

test('what cannot be made is refused with its reason, and nothing is lost', async ({ page }) => {
  await openAtNode(page);
  await page.evaluate(() => window.hopscope.edit([{ do: 'remove-edge', from: '24', to: '20' }]));
  const before = await page.evaluate(() => window.hopscope.session());
  const numbers = await trace(page);
  const refused = (given: unknown) =>
    page.evaluate(
      (list) =>
        window.hopscope.edit(list as never).then(
          () => 'taken',
          (error: Error) => error.message,
        ),
      given,
    );
  expect(await refused([{ do: 'remove-edge', from: '24', to: '20' }])).toContain(
    'there is no edge between "24" and "20"',
  );
  expect(await refused([{ do: 'remove-node', node: 'nobody' }])).toContain('there is no node "nobody"');
  expect(await refused([{ do: 'set-feature', node: '24', column: 99, value: 1 }])).toContain('no feature column 99');
  expect(await refused([{ do: 'paint' }])).toContain('edits[0].do is "paint"');
  expect(await refused('all')).toContain('it should be a list of edits');
  expect(await page.evaluate(() => window.hopscope.session())).toEqual(before);
  expect(await trace(page)).toEqual(numbers);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('an edge goes at a tap, and comes back at another', async ({ page }) => {
    await openAtNode(page);
    const before = await trace(page);
    const remove = control(page, 'message-remove').first();
    await remove.scrollIntoViewIfNeeded();
    await expect(remove).toHaveCSS('opacity', '1');
    const [box, strip] = await Promise.all([
      remove.boundingBox(),
      page.locator('.message-list > li').first().locator('.heat-strip-anchor').boundingBox(),
    ]);
    expect(box?.width).toBeGreaterThanOrEqual(44);
    expect((strip?.x ?? 0) + (strip?.width ?? 0)).toBeLessThanOrEqual(box?.x ?? 0);
    await remove.tap();
    await edited(page, 1);
    await control(page, 'inspector-tab-what-if').tap();
    await expect(control(page, 'change-of-focus')).toContainText('Node 24 is moved by');
    await axeFindsNothing(page, 'an edited graph', '[data-control="inspector"]');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await control(page, 'edits-undo').tap();
    await edited(page, 0);
    await expect.poll(() => trace(page)).toEqual(before);
  });
});
