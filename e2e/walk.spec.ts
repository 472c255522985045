import { control, expect, open, test } from './app';

const focus = () => window.hopscope.session().focus;

test('arrows walk from neighbour to neighbour, say where they are, and leave the hops alone', async ({ page }) => {
  await open(page, '?backend=wasm');
  const walk = control(page, 'graph-walk');
  const words = control(page, 'graph-walk-words');
  await page.evaluate(() => window.hopscope.hop(2));
  await walk.focus();
  await expect(words).toHaveText(/No node is in focus/);
  await expect(walk.getByText('neighbours · ↓ go there')).toBeVisible();

  await page.keyboard.press('ArrowRight');
  const first = await page.evaluate(focus);
  const { nodes, most } = await page.evaluate(() => {
    const rows = [...document.querySelectorAll('[data-control="message-sender"]')];
    return { nodes: rows.map((row) => row.textContent), most: rows.length };
  });
  expect(most).toBeGreaterThan(3);
  await expect(words).toHaveText(new RegExp(`^Node ${first}, .*, ${most} neighbours\\.$`));

  // Once round: every neighbour is named once, then the first again.
  const named: (string | undefined)[] = [];
  for (let turn = 1; turn <= most; turn++) {
    await page.keyboard.press('ArrowRight');
    await expect(words).toHaveText(new RegExp(`neighbour ${turn} of ${most} of ${first}\\.$`));
    named.push((await words.textContent())?.match(/^Node (\S+),/)?.[1]);
  }
  expect([...named].sort()).toEqual([...nodes].sort());
  await page.keyboard.press('ArrowRight');
  await expect(words).toHaveText(new RegExp(`^Node ${named[0]},.*neighbour 1 of`));
  await page.keyboard.press('ArrowLeft');
  await expect(words).toHaveText(new RegExp(`^Node ${named.at(-1)},`));

  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(focus)).toBe(named.at(-1));
  await expect(control(page, 'inspector')).toContainText(`Node ${named.at(-1)}`);
  await page.keyboard.press('ArrowUp');
  expect(await page.evaluate(focus)).toBe(first);
  expect(await page.evaluate(() => window.hopscope.hop())).toBe(2);
});

test('the nodes stand in a table that can be sorted and leads to each of them', async ({ page }) => {
  await open(page, '?backend=wasm');
  const table = control(page, 'node-table');
  const column = (at: number) => table.locator(`tbody tr td:nth-child(${at})`).allTextContents();
  await expect(table.getByRole('columnheader', { name: 'Edges' })).toHaveAttribute('aria-sort', 'descending');
  const degrees = (await column(3)).map(Number);
  expect(degrees).toEqual([...degrees].sort((a, b) => b - a));
  await control(page, 'nodes-by-name').press('Enter');
  expect((await column(1)).slice(0, 4)).toEqual(['0', '1', '2', '3']);
  await control(page, 'nodes-by-class').press('Enter');
  expect(new Set(await column(2))).toEqual(new Set(['Circle A']));
  await control(page, 'more-nodes').press('Enter');
  await expect(table.locator('tbody tr')).toHaveCount(72);
  await control(page, 'nodes-by-name').press('Enter');
  await control(page, 'node-row').nth(41).press('Enter');
  await expect(control(page, 'inspector')).toContainText('Node 41');
  expect(await page.evaluate(focus)).toBe('41');
});

test('where collapse is called can be moved, is undone, and travels in the link', async ({ page }) => {
  await open(page, '?backend=wasm');
  const verdict = page.locator('.readings-verdict');
  await expect(verdict).toContainText(
    /at hop 15: the distance from one direction is \S+\s% of .*no longer told apart: Circle A, Circle D\./,
  );
  await control(page, 'measures').click();
  await control(page, 'collapse-within').fill('20');
  await control(page, 'collapse-within').press('Enter');
  await page.keyboard.press('Escape');
  await expect(verdict).toContainText(
    /at hop \d: the distance from one ray is 1\d\s%.*at hop \d+ they are apart again/,
  );
  expect(await page.evaluate(() => window.hopscope.session().view.collapseWithin)).toBe(20);
  const link = await page.evaluate(() => window.hopscope.share());
  await page.keyboard.press('Control+z');
  await expect(verdict).toContainText(/at hop 15: the distance/);
  await page.evaluate((there) => window.hopscope.open(there), link);
  await expect(verdict).toContainText(/at most 20\s%/);
  await expect(
    page.evaluate((there) => window.hopscope.open(there.replace('collapseWithin=20', 'collapseWithin=0')), link),
  ).rejects.toThrow(/collapseWithin is 0; it should be per cent, above 0 and below 100/);
});
