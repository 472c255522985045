import type { Page } from '@playwright/test';
import { control, expect, hop, tabTo, test } from './app';
import { colours, frozen, moving, opened, positions } from './drawn';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test.describe('the parts of a hop', () => {
  const subStep = (page: Page) => page.evaluate(() => window.hopscope.session().subStep ?? null);
  /** With node 25 in focus. */
  async function focused(page: Page, open = opened): Promise<void> {
    await open(page);
    await page.evaluate(() => window.hopscope.open({ ...window.hopscope.session(), focus: '25' }));
  }

  test('message and aggregate show the hop before, update the hop itself, by key and back again', async ({ page }) => {
    await focused(page, frozen);
    const arrive = () => page.clock.runFor(2000);
    await arrive();
    const before = { places: await positions(page, 'embedding'), colours: await colours(page, 'graph') };
    await page.keyboard.press('Shift+ArrowRight');
    expect([await hop(page), await subStep(page)]).toEqual([1, 'message']);
    await page.clock.runFor(200);
    expect(await moving(page), 'the messages travel').toBe(true);
    await arrive();
    expect(await colours(page, 'graph')).toEqual(before.colours);
    await expect(control(page, 'graph-panel')).toContainText(
      /Hop 1, message.*nodes send Node 25 what they were at hop 0/,
    );

    await page.keyboard.press('Shift+ArrowRight');
    expect(await subStep(page)).toBe('aggregate');
    await arrive();
    expect(await positions(page, 'embedding')).toEqual(before.places);

    await page.keyboard.press('Shift+ArrowRight');
    expect(await subStep(page)).toBe('update');
    await arrive();
    const updated = { places: await positions(page, 'embedding'), colours: await colours(page, 'graph') };
    expect(updated.colours).not.toEqual(before.colours);
    await page.evaluate(() => window.hopscope.hop(1));
    await arrive();
    expect(await positions(page, 'embedding'), 'the same as the whole hop').toEqual(updated.places);

    await page.keyboard.press('Shift+ArrowLeft');
    expect([await hop(page), await subStep(page)]).toEqual([1, 'aggregate']);
    await arrive();
    expect(await positions(page, 'embedding')).toEqual(before.places);
  });

  test('the inspector lights the part and its terms of the equation', async ({ page }) => {
    await focused(page);
    const lit = () => page.locator('.explanation-step[data-lit="true"] h3').allTextContents();
    const terms = () => page.locator('.formula-lit').allTextContents();
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(lit).toEqual([expect.stringContaining('1 Message')]);
    expect(await terms()).toEqual(['avu', 'hu']);
    const choose = (part: string) => control(page, 'sub-step').locator('label', { hasText: part }).click();
    await choose('Aggregate');
    await expect.poll(lit).toEqual([expect.stringContaining('2 Aggregate')]);
    expect(await terms()).toEqual(['Σu']);
    await choose('Update');
    await expect.poll(lit).toEqual([expect.stringContaining('3 Update'), expect.stringContaining('Output')]);
    expect((await terms()).join(' ')).toContain('h′v');
    await page.keyboard.press('Escape');
    expect(await subStep(page)).toBeNull();
  });

  /** Of the opening scene after its input. */
  const COLUMNS = 16;

  /** The middle of a column's cell in the first message, and the number that is there. */
  async function cell(page: Page, column: number) {
    const strip = control(page, 'message-vector').first();
    await strip.scrollIntoViewIfNeeded();
    const box = await strip.boundingBox();
    if (!box) throw new Error('the strip has no box');
    const sender = await control(page, 'message-sender').first().innerText();
    const value = await page.evaluate(
      async ([from, at]) => {
        const { messages } = await window.hopscope.explain('25', 1);
        return messages.find((message) => message.from === from)?.value[at];
      },
      [sender, column] as const,
    );
    const x = box.x + ((column + 0.5) / COLUMNS) * box.width;
    return { x, y: box.y + box.height / 2, words: `column ${column + 1}: ${Number(value?.toPrecision(3))}` };
  }
  const readout = (page: Page) => page.locator('.heat-readout');

  test('a cell of a vector tells its number under the pointer, and the strip all of them by key', async ({ page }) => {
    await focused(page);
    await page.keyboard.press('ArrowRight');
    const { x, y, words } = await cell(page, 4);
    await page.mouse.move(x, y);
    await expect(readout(page)).toHaveText(words.replace('-', '−'));
    await page.mouse.move(x, y - 60);
    await expect(readout(page)).toHaveCount(0);
    await tabTo(page, 'message-vector');
    await expect(readout(page)).toHaveText(/^(−?[\d.]+(e−\d+)?\s*){16}$/);
  });

  test.describe('by touch', () => {
    test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
    test('a tap on a part shows it', async ({ page }) => {
      await focused(page);
      await control(page, 'step-forward').tap();
      await expect(control(page, 'sub-step')).toBeVisible();
      await control(page, 'sub-step').locator('label', { hasText: 'Aggregate' }).tap();
      await expect.poll(() => subStep(page)).toBe('aggregate');
    });

    test('a tap on a cell tells its number, until something else is tapped', async ({ page }) => {
      await focused(page);
      await control(page, 'step-forward').tap();
      const { x, y, words } = await cell(page, 4);
      await page.touchscreen.tap(x, y);
      await expect(readout(page)).toHaveText(words.replace('-', '−'));
      await control(page, 'inspector').locator('h2').tap();
      await expect(readout(page)).toHaveCount(0);
    });
  });
});
