import type { Page } from '@playwright/test';
import { control, expect, hop, open, test } from './app';

type View = 'graph' | 'embedding';

const settled = (page: Page, view: View = 'graph') =>
  page.waitForFunction((name) => !window.hopscope.drawn(name).moving, view);
const positions = (page: Page, view: View) => page.evaluate((name) => [...window.hopscope.drawn(name).positions], view);
const colours = (page: Page, view: View) => page.evaluate((name) => [...window.hopscope.drawn(name).colours], view);
const morph = (page: Page) => page.evaluate(() => window.hopscope.session().view.morph ?? 0);

/** The opening scene with its layout at rest. */
async function opened(page: Page, address = ''): Promise<void> {
  await open(page, address);
  await expect(control(page, 'layout-stop')).toHaveCount(0);
  await settled(page);
}

function expectNear(actual: number[], expected: number[], digits = 4): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of actual.entries()) expect(value).toBeCloseTo(expected[i], digits);
}

test.describe('morph', () => {
  test('M slides the graph into its embedding, where a step folds it, and back', async ({ page }) => {
    await opened(page);
    const layout = await positions(page, 'graph');
    await page.keyboard.press('m');
    expect(await page.evaluate(() => window.hopscope.drawn('graph').moving), 'it is seen on the way').toBe(true);
    await settled(page);
    expectNear(await positions(page, 'graph'), await positions(page, 'embedding'));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await settled(page);
    await settled(page, 'embedding');
    const folded = await positions(page, 'graph');
    expectNear(folded, await positions(page, 'embedding'));
    expect(folded).not.toEqual(layout);
    await page.keyboard.press('m');
    await settled(page);
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

test.describe('the parts of a hop', () => {
  const subStep = (page: Page) => page.evaluate(() => window.hopscope.session().subStep ?? null);
  /** With node 25 in focus. */
  async function focused(page: Page): Promise<void> {
    await opened(page);
    await page.evaluate(() => window.hopscope.open({ ...window.hopscope.session(), focus: '25' }));
    await settled(page);
  }

  test('message and aggregate show the hop before, update the hop itself, by key and back again', async ({ page }) => {
    await focused(page);
    const before = { places: await positions(page, 'embedding'), colours: await colours(page, 'graph') };
    await page.keyboard.press('Shift+ArrowRight');
    expect([await hop(page), await subStep(page)]).toEqual([1, 'message']);
    expect(await page.evaluate(() => window.hopscope.drawn('graph').moving), 'the messages travel').toBe(true);
    await settled(page);
    expect(await colours(page, 'graph')).toEqual(before.colours);
    await expect(control(page, 'graph-panel')).toContainText(
      /Hop 1, message.*nodes send Node 25 what they were at hop 0/,
    );

    await page.keyboard.press('Shift+ArrowRight');
    expect(await subStep(page)).toBe('aggregate');
    await settled(page);
    expect(await positions(page, 'embedding')).toEqual(before.places);

    await page.keyboard.press('Shift+ArrowRight');
    expect(await subStep(page)).toBe('update');
    await settled(page);
    await settled(page, 'embedding');
    const updated = { places: await positions(page, 'embedding'), colours: await colours(page, 'graph') };
    expect(updated.colours).not.toEqual(before.colours);
    await page.evaluate(() => window.hopscope.hop(1));
    await settled(page, 'embedding');
    expect(await positions(page, 'embedding'), 'the same as the whole hop').toEqual(updated.places);

    await page.keyboard.press('Shift+ArrowLeft');
    expect([await hop(page), await subStep(page)]).toEqual([1, 'aggregate']);
    await settled(page, 'embedding');
    expect(await positions(page, 'embedding')).toEqual(before.places);
  });

  test('the inspector lights the part and its terms of the equation', async ({ page }) => {
    await focused(page);
    const lit = () => page.locator('.explanation-step[data-lit="true"] h3').allTextContents();
    const terms = () => page.locator('.formula-lit').allTextContents();
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(lit).toEqual([expect.stringContaining('1 Message')]);
    expect(await terms()).toEqual(['avu', 'hu']);
    await control(page, 'sub-step-aggregate').check({ force: true });
    await expect.poll(lit).toEqual([expect.stringContaining('2 Aggregate')]);
    expect(await terms()).toEqual(['Σu']);
    await control(page, 'sub-step-update').check({ force: true });
    await expect.poll(lit).toEqual([expect.stringContaining('3 Update'), expect.stringContaining('Output')]);
    expect((await terms()).join(' ')).toContain('h′v');
    await page.keyboard.press('Escape');
    expect(await subStep(page)).toBeNull();
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
  });
});
