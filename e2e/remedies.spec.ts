import type { Page } from '@playwright/test';
import { control, expect, open, tabTo, test } from './app';
import { axeFindsNothing } from './axe';

const recipe = (page: Page) => page.evaluate(() => window.hopscope.recipe());
const settled = (page: Page) => page.evaluate(() => window.hopscope.ready);

test('remedies are switched by mouse and by keyboard, say what they change, and come back by undo and by link', async ({
  page,
}) => {
  await open(page, '?backend=wasm');
  await page.evaluate(async () => {
    await window.hopscope.load('karate');
    await window.hopscope.run({ hops: 3 });
  });

  // By mouse: a rewiring, which says what it did and draws it.
  await control(page, 'recipe').click();
  await control(page, 'remedy-fosr').check();
  await expect(control(page, 'remedy-fosr-change')).toHaveText(
    /^8 edges added to 78, none left out\. Spectral gap: 0\.13 → 0\.\d+\.$/,
  );
  const [, before, after] =
    /gap: ([\d.]+) → ([\d.]+)\.$/.exec((await control(page, 'remedy-fosr-change').innerText()) ?? '') ?? [];
  expect(Number(after)).toBeGreaterThan(Number(before));
  await expect(control(page, 'wiring')).toHaveText('8 edges added');
  await expect.poll(async () => (await recipe(page)).rewiring).toEqual({ kind: 'fosr', share: 0.1 });
  await axeFindsNothing(page, 'remedies', '.popover:popover-open');

  // By keyboard, from there on: another takes its place, and the virtual node stands beside it.
  await control(page, 'remedy-fosr').focus();
  await tabTo(page, 'remedy-flip');
  await page.keyboard.press('Space');
  await expect(control(page, 'remedy-fosr')).not.toBeChecked();
  await expect(control(page, 'remedy-flip-change')).toContainText('every node has as many as before');
  await tabTo(page, 'remedy-virtual-node', 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(control(page, 'wiring')).toContainText('virtual node');
  await page.keyboard.press('Escape');
  await expect(control(page, 'recipe')).toHaveText(/Recipe\s*Virtual node \+ 1/);
  await settled(page);

  // Everybody hears the virtual node, and through it everybody: two hops.
  await page.evaluate(() => window.hopscope.open({ ...window.hopscope.session(), hop: 2, focus: '17' }));
  await expect(
    page.getByText('has heard from all 34 nodes').or(page.getByText('hears from all 34 nodes')).first(),
  ).toBeVisible();
  const heard = await page.evaluate(() => window.hopscope.explain('17', 1));
  expect(heard.messages.map(({ from }) => from)).toContain('virtual node');

  // A link brings them back; undo takes the last one away.
  await expect.poll(() => page.url()).toContain('virtualNode');
  await page.reload();
  await settled(page);
  expect(await recipe(page)).toMatchObject({ rewiring: { kind: 'flip', share: 0.5, seed: 7 }, virtualNode: true });
  await control(page, 'recipe').click();
  await control(page, 'remedy-virtual-node').uncheck();
  await expect.poll(async () => (await recipe(page)).virtualNode).toBeUndefined();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await recipe(page)).virtualNode).toBe(true);

  // What cannot be had says why, and what could be: no node hears another in a multilayer perceptron.
  await page.evaluate(() => window.hopscope.run({ conv: 'mlp', hops: 2 }));
  await control(page, 'recipe').click();
  await expect(control(page, 'remedy-fully-adjacent')).toBeDisabled();
  await expect(
    page.getByText(/in mlp no node hears another; leave it out, or take another layer/).first(),
  ).toBeVisible();
});
