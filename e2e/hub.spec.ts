import { control, expect, open, test } from './app';

test('of a hub of a thousand neighbours the inspector has what is in sight, as strips and as numbers', async ({
  page,
}) => {
  test.slow();
  await open(page, '?backend=wasm');
  await page.evaluate(() =>
    window.hopscope.load({
      name: 'hub',
      nodes: 1001,
      edges: Array.from({ length: 1000 }, (_, v): [number, number] => [0, v + 1]),
    }),
  );
  await page.evaluate(() => window.hopscope.open({ ...window.hopscope.session(), hop: 2, focus: '0' }));
  const list = control(page, 'messages');
  await expect(list).toBeVisible();
  const { messages, aggregate } = await page.evaluate(() => window.hopscope.explain('0', 2));
  const size = ({ coefficient, value }: (typeof messages)[0]) => Number(coefficient) * Math.hypot(...value);
  const sorted = messages.filter(({ from }) => from !== '0').sort((a, b) => size(b) - size(a));
  const senders = () => control(page, 'message-sender').allTextContents();
  expect(await senders()).toEqual(sorted.slice(0, 16).map(({ from }) => from));
  await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect.poll(async () => (await senders()).at(-1)).toBe(sorted.at(-1)?.from);
  expect((await senders()).length).toBeLessThan(30);

  await control(page, 'as-numbers').check();
  const matrix = control(page, 'matrix');
  await matrix.evaluate((element) => element.scrollTo(0, 500 * 24));
  const row = matrix.locator('tbody tr', { has: page.getByRole('rowheader', { name: sorted[500].from, exact: true }) });
  await expect(row).toBeInViewport();
  const written = (values: number[]) => values.map((value) => Number(value.toPrecision(3)));
  const numbers = async (line: typeof row) =>
    (await line.locator('.matrix-number').allTextContents()).map((text) => Number(text.replaceAll('\u2212', '-')));
  expect(await numbers(row)).toEqual(written(sorted[500].value));
  expect(await numbers(matrix.locator('tfoot tr'))).toEqual(written(aggregate));
});
