import type { Page } from '@playwright/test';
import { control, expect, hop, open, tabTo, test } from './app';
import { axeFindsNothing, LOOKS } from './axe';

/** The opening scene with a node in focus at a hop. */
async function openAt(page: Page, focus: string, at: number): Promise<void> {
  await open(page, '?backend=wasm');
  await expect(control(page, 'layout-stop')).toHaveCount(0);
  await page.evaluate(([node, k]) => window.hopscope.open({ ...window.hopscope.session(), hop: k, focus: node }), [
    focus,
    at,
  ] as const);
}

const inspector = (page: Page) => control(page, 'inspector');
/** What of the inspector is about this node at this hop. */
const about = (page: Page, node: string, k: number) =>
  inspector(page).locator(`section[data-node="${node}"][data-hop="${k}"][aria-busy="false"]`);
const focusOf = (page: Page) => page.evaluate(() => window.hopscope.session().focus);

test('the tree shows whom a node has heard, and the sentence is the influence’s', async ({ page }) => {
  await openAt(page, '24', 3);
  await control(page, 'inspector-tab-tree').click();
  await expect(about(page, '24', 3)).toHaveCount(2);
  const tree = page.getByRole('tree', { name: 'Computation tree of Node 24 at hop 3' });
  await expect(tree.getByRole('treeitem', { name: '24 at hop 3', exact: true })).toBeVisible();
  const levels = await tree.getByRole('treeitem').evaluateAll((items) => items.map((item) => item.ariaLevel));
  expect([...new Set(levels)]).toEqual(['1', '2', '3', '4']);

  const { sorted, total } = await page.evaluate(async () => {
    const { values } = await window.hopscope.influence('24', 3);
    return { sorted: [...values].sort((a, b) => b - a), total: values.reduce((sum, value) => sum + value, 0) };
  });
  let half = 0;
  for (let sum = 0; sum < total / 2; half++) sum += sorted[half];
  await expect(inspector(page)).toContainText(
    `Half of the influence on Node 24’s embedding at hop 3 comes from ${half} of 72 nodes.`,
  );
  await expect(control(page, 'influence-node')).toHaveCount(8);

  await control(page, 'step-forward').click();
  await expect(about(page, '24', 4)).toHaveCount(2);
  await expect(tree).toHaveCount(0);
});

test('the root’s senders are those of its arithmetic', async ({ page }) => {
  await openAt(page, '24', 1);
  await control(page, 'inspector-tab-tree').click();
  await expect(about(page, '24', 1)).toHaveCount(2);
  const { messages } = await page.evaluate(() => window.hopscope.explain('24', 1));
  const heard = await inspector(page)
    .getByRole('treeitem', { name: /at hop 0/ })
    .evaluateAll((items) => items.map((item) => (item.ariaLabel ?? '').split(' ')[0]));
  expect(messages.map(({ from }) => from)).toEqual(expect.arrayContaining(heard));
  expect(heard.length).toBeGreaterThan(4);
});

test('a disc tells its numbers under the pointer, and a click goes to its node', async ({ page }) => {
  await openAt(page, '24', 2);
  await control(page, 'inspector-tab-tree').click();
  await expect(about(page, '24', 2)).toHaveCount(2);
  const disc = inspector(page)
    .getByRole('treeitem', { name: /^(?!24 ).* at hop 1/ })
    .first();
  const name = ((await disc.getAttribute('aria-label')) ?? '').split(' ')[0];
  await disc.hover();
  await expect(page.locator('.tree-card')).toContainText(`${name}, at hop 1`);
  await expect(page.locator('.tree-card')).toContainText(/By this walk [\d.]+: 24 ← /);
  await expect(page.locator('.tree-card')).toContainText(/Its input has .+% of all influence/);
  await disc.click();
  expect(await focusOf(page)).toBe(name);
  await expect(about(page, name, 2)).toHaveCount(2);
});

test('by keyboard alone: tabs, the tree’s walk and numbers, another node, a second one', async ({ page }) => {
  await openAt(page, '24', 2);
  await control(page, 'inspector-tab-arithmetic').focus();
  await page.keyboard.press('ArrowRight');
  await expect(control(page, 'inspector-tab-tree')).toBeFocused();
  await expect(control(page, 'inspector-tab-tree')).toHaveAttribute('aria-selected', 'true');
  expect(await hop(page), 'an arrow that chooses a tab is no step').toBe(2);
  await expect(about(page, '24', 2)).toHaveCount(2);

  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  await page.getByRole('treeitem', { name: '24 at hop 2', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toMatch(/at hop 1, heard by 24/);
  await page.keyboard.press('ArrowRight');
  const second = await focused();
  expect(second).toMatch(/at hop 1, heard by 24/);
  await expect(page.locator('.tree-card')).toContainText(second.split(' ')[0]);
  await page.keyboard.press('End');
  expect(await focused()).toMatch(/at hop 0, heard by/);
  await page.keyboard.press('Home');
  expect(await focused()).toBe('24 at hop 2');
  await page.keyboard.press('ArrowLeft');
  expect(await hop(page), 'an arrow in the tree is no step').toBe(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const other = second.split(' ')[0];
  expect(await focusOf(page)).toBe(other);

  // The one that counts most, of the list beside the tree, and then whom it and the first have both heard.
  await expect(about(page, other, 2)).toHaveCount(2);
  const most = control(page, 'influence-node').nth(1);
  const name = await most.innerText();
  await most.press('Enter');
  expect(await focusOf(page)).toBe(name);
  await control(page, 'inspector-tab-tree').press('ArrowRight');
  await expect(control(page, 'inspector-tab-reach')).toBeFocused();
  await tabTo(page, 'find-companion');
  await page.keyboard.type('24');
  await page.keyboard.press('Enter');
  await expect(control(page, 'shared-field')).toContainText(/By hop 2 Node \d+ has heard \d+ nodes, Node 24 \d+/);
});

test('the tree is shown large, wider than it was, and Escape puts it back', async ({ page }) => {
  await openAt(page, '24', 4);
  await control(page, 'inspector-tab-tree').click();
  await expect(about(page, '24', 4)).toHaveCount(2);
  const widest = () =>
    page.getByRole('treeitem').evaluateAll((items) => Math.max(...items.map((item) => Number(item.ariaSetSize))));
  const before = await widest();
  await control(page, 'tree-enlarge').click();
  const dialog = page.getByRole('dialog', { name: 'Computation tree of Node 24 at hop 4' });
  await expect(dialog).toBeVisible();
  await expect.poll(widest).toBeGreaterThan(before);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect.poll(widest).toBe(before);
  expect(await focusOf(page)).toBe('24');
});

test('PairNorm lets everybody in at once, and that is said', async ({ page }) => {
  await openAt(page, '24', 1);
  await page.evaluate(() => window.hopscope.run({ hops: 4, norm: 'pair', activation: 'tanh' }));
  await control(page, 'inspector-tab-tree').click();
  await expect(inspector(page)).toContainText(/\d+ nodes that no edge has reached yet have .+%, through the norm/);
  const { heard, all } = await page.evaluate(async () => {
    const { values } = await window.hopscope.influence('24', 1);
    return { heard: values.filter((value) => value > 0).length, all: values.length };
  });
  expect(heard).toBe(all);
});

test('influence by script: checked arguments, exact where it is known', async ({ page }) => {
  await open(page, '?backend=wasm');
  await page.evaluate(async () => {
    await window.hopscope.load({
      nodes: 3,
      edges: [
        [0, 1],
        [1, 2],
      ],
      features: [
        [1, 0],
        [0, 1],
        [1, 1],
      ],
    });
    await window.hopscope.run({
      conv: 'gcn',
      hops: 2,
      weights: { kind: 'identity' },
      input: { kind: 'given', normalise: 'none' },
    });
  });
  const values = await page.evaluate(async () => [...(await window.hopscope.influence(0, 1)).values]);
  // S of a path of three: ½ on the end itself, 1/√6 from the middle; times √2 for two columns.
  expect(values[0]).toBeCloseTo(Math.SQRT2 / 2, 5);
  expect(values[1]).toBeCloseTo(Math.SQRT2 / Math.sqrt(6), 5);
  expect(values[2]).toBe(0);
  const refused = (node: unknown, k: unknown) =>
    page.evaluate(
      ([a, b]) =>
        window.hopscope.influence(a as never, b as never).then(
          () => 'no refusal',
          (error: Error) => error.message,
        ),
      [node, k],
    );
  expect(await refused('nobody', 1)).toContain('there is no node with the id "nobody"');
  expect(await refused(9, 1)).toContain('nodes are numbered 0…2');
  expect(await refused(0, 3)).toContain('hop 3 is not to be had: this trace has hops 0…2');
});

test('a long derivation shows how far it is, and can be stopped and taken up again', async ({ page }) => {
  await open(page, '?backend=cpu');
  // The recipe first, so that the larger graph is computed once.
  await page.evaluate(async () => {
    await window.hopscope.run({ conv: 'gat', heads: 4, width: 64, hops: 6, activation: 'tanh' });
    await window.hopscope.load('barabasi-albert', { parameters: { nodes: 600, edgesPerNode: 6 } });
    await window.hopscope.open({ ...window.hopscope.session(), hop: 6, focus: '5' });
  });
  await control(page, 'inspector-tab-tree').click();
  await control(page, 'derive-cancel').click();
  await expect(inspector(page)).toContainText('Stopped.');
  await control(page, 'derive-again').click();
  await expect(control(page, 'derive-cancel')).toBeVisible();
  // A step back asks for something else, and what was asked before is let go of.
  await page.evaluate(() => window.hopscope.hop(1));
  await expect(about(page, '5', 1)).toHaveCount(2);
});

test('reach: the sentence, the figures and the rings of a graph that is known', async ({ page }) => {
  await open(page, '?backend=wasm');
  await page.evaluate(async () => {
    await window.hopscope.load({
      nodes: 6,
      edges: [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 4],
      ],
    });
    await window.hopscope.open({ ...window.hopscope.session(), hop: 2, focus: '0' });
  });
  await control(page, 'inspector-tab-reach').click();
  await expect(control(page, 'reach-sentence')).toHaveText(
    'By hop 2 Node 0 has heard 3 of 6 nodes, 50\u202f%; by hop 4 it has heard 5 of 6 nodes, all it ever will.',
  );
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) }).getByRole('cell');
  await expect(row('Farthest')).toHaveText(['4', '4']);
  await expect(row('Mean distance')).toHaveText(['2.5', '2']);
  await expect(row('90 % lie within')).toHaveText(['3.6', '3']);
  await expect(row('Within six edges')).toHaveText(['83\u202f%', '72\u202f%']);
  await expect(inspector(page)).toContainText(
    'Distances are over the 67\u202f% of pairs of which one hears the other.',
  );

  await expect(control(page, 'ring')).toHaveText([
    'itself1 node',
    'hop 11 node',
    'hop 21 node',
    'hop 31 node',
    'hop 41 node',
    'never1 node',
  ]);
  await control(page, 'ring').nth(3).press('Enter');
  await control(page, 'ring-node').press('Enter');
  expect(await focusOf(page)).toBe('3');
});

test('a second node is chosen with Shift, or by name, and their shared field is exact', async ({ page }) => {
  await openAt(page, '24', 2);
  const place = await page.evaluate(() => window.hopscope.viewportOf('graph', '41'));
  await page.keyboard.down('Shift');
  await page.mouse.click(place.x, place.y);
  await page.keyboard.up('Shift');
  expect(await focusOf(page), 'the focus stays').toBe('24');
  await expect(control(page, 'inspector-tab-reach')).toHaveAttribute('aria-selected', 'true');
  await expect(control(page, 'shared-field')).toContainText(/By hop 2 Node 24 has heard \d+ nodes, Node 41 \d+/);

  await page.evaluate(async () => {
    await window.hopscope.load({
      nodes: 5,
      edges: [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 4],
      ],
    });
    await window.hopscope.open({ ...window.hopscope.session(), hop: 3, focus: '0' });
  });
  await expect(control(page, 'shared-field'), 'another graph has no second node yet').toHaveCount(0);
  await control(page, 'find-companion').fill('4');
  await control(page, 'find-companion').press('Enter');
  await expect(control(page, 'shared-field')).toHaveText(
    'By hop 3 Node 0 has heard 4 nodes, Node 4 4, and 3 in common: 60\u202f% of the 5 that either has heard. They hear each other from hop 4 on.',
  );
  await control(page, 'clear-companion').click();
  await expect(control(page, 'find-companion')).toBeVisible();
});

for (const [colorScheme, width, height] of LOOKS) {
  test.describe(`${colorScheme}, ${width} wide`, () => {
    test.use({ colorScheme, viewport: { width, height } });

    test('axe finds nothing in tree and reach', async ({ page }) => {
      test.slow();
      await openAt(page, '24', 3);
      await control(page, 'inspector-tab-tree').click();
      await expect(about(page, '24', 3)).toHaveCount(2);
      await axeFindsNothing(page, 'the tree', '[data-control="inspector"]');
      await page.getByRole('treeitem').first().focus();
      await axeFindsNothing(page, 'the tree, walked', '[data-control="inspector"]');
      await control(page, 'tree-enlarge').click();
      await axeFindsNothing(page, 'the tree, large', 'dialog[data-control="tree-large"]');
      await page.keyboard.press('Escape');
      await control(page, 'inspector-tab-reach').click();
      await control(page, 'ring').nth(1).click();
      await axeFindsNothing(page, 'reach', '[data-control="inspector"]');
      await control(page, 'find-companion').fill('41');
      await control(page, 'find-companion').press('Enter');
      await expect(control(page, 'shared-field')).toBeVisible();
      await axeFindsNothing(page, 'the shared field', '[data-control="inspector"]');
    });
  });
}
