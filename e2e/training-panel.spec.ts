import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { control, expect, open, test } from './app';
import { axeFindsNothing, LOOKS } from './axe';
import { notFinite } from './outcome';

/** Opens the panel, sets how long to train, and starts. */
async function start(page: Page, epochs: number): Promise<void> {
  await control(page, 'train').click();
  await control(page, 'train-epochs').fill(String(epochs));
  await control(page, 'train-epochs').press('Enter');
  await control(page, 'train-start').click();
}

/** The line that says where the training is. */
const learning = (page: Page) => control(page, 'train-progress');

async function epoch(page: Page): Promise<number> {
  return Number(/poch ([\d,]+)/.exec((await learning(page).textContent()) ?? '')?.[1].replaceAll(',', ''));
}

test('a training from the panel: curves, scores beside baselines, weights out and in again', async ({ page }) => {
  await open(page, '?backend=wasm');
  await start(page, 30);
  await expect(control(page, 'train-outcome')).toBeVisible({ timeout: 30_000 });
  await expect(control(page, 'train-words')).toContainText(/All 30 epochs were taken.*Test accuracy: \d/);
  const lines = control(page, 'train-curves').locator('path');
  expect(
    await lines.evaluateAll((paths) => paths.map((path) => path.getAttribute('d')?.match(/[ML]/g)?.length)),
  ).toEqual([31, 31, 31, 31, 31]);
  const rows = control(page, 'train-scores').locator('tbody tr');
  await expect(rows).toHaveText([/GCN/, /MLP/, /Label propagation/, /Majority class\D*25\.0/]);
  await expect(control(page, 'train-confusion').locator('tbody td')).toHaveCount(16);
  await expect.poll(() => page.evaluate(() => window.hopscope.recipe().weights.kind)).toBe('trained');

  const [download] = await Promise.all([page.waitForEvent('download'), control(page, 'save-weights').click()]);
  expect(download.suggestedFilename()).toBe('four-circles-of-friends-gcn-16.safetensors');
  const bytes = readFileSync(await download.path());
  expect(bytes.subarray(8, 400).toString()).toContain('convs.0.lin.weight');
  await page.evaluate(() =>
    window.hopscope.run({ ...window.hopscope.recipe(), weights: { kind: 'random', seed: 1, gain: 1 } }),
  );
  await control(page, 'open-weights-input').setInputFiles({
    ...{ name: 'mine.safetensors', mimeType: 'application/octet-stream', buffer: bytes },
  });
  await expect.poll(() => page.evaluate(() => window.hopscope.recipe().weights.kind)).toBe('file');
});

test('a training can be held, closed away, taken up and cancelled, and keeps the best so far', async ({ page }) => {
  await open(page, '?backend=wasm');
  await start(page, 100_000);
  await expect(learning(page)).toContainText(/Epoch [2-9].* of 100,000 · .* epochs\/s · .* left/);
  await control(page, 'train-pause').click();
  await expect(learning(page)).toContainText('paused');
  await expect(control(page, 'training')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(control(page, 'training-panel')).toHaveCount(0);
  await expect(control(page, 'training')).toContainText(/Training \(paused\): epoch \d+ of 100,000/);
  await expect(control(page, 'train')).toBeFocused();
  await control(page, 'train').click();
  await expect(learning(page)).toContainText('paused');
  const held = await epoch(page);
  await control(page, 'train-pause').click();
  await expect.poll(() => epoch(page)).toBeGreaterThan(held + 1);
  await control(page, 'train-cancel').click();
  await expect(control(page, 'train-words')).toContainText(/Cancelled after \d+ epochs/);
  await expect.poll(() => page.evaluate(() => window.hopscope.recipe().weights.kind)).toBe('trained');
  await control(page, 'undo').click();
  await expect.poll(() => page.evaluate(() => window.hopscope.recipe().weights.kind)).toBe('random');
});

test('what fails while a model trains leaves the screen as it was', async ({ page }) => {
  await open(page, '?backend=wasm');
  const [before, message, after] = await page.evaluate(async () => {
    const { hopscope } = window;
    await hopscope.run({ conv: 'gcn', hops: 2 });
    const before = JSON.stringify(hopscope.recipe());
    const training = hopscope.train({ epochs: 100_000 }).catch(() => {});
    const failing = hopscope.run({ conv: 'gcn', hops: 3, weights: { kind: 'file' } });
    const message = await failing.then(String, (error: Error) => error.message);
    await training;
    return [before, message, JSON.stringify(hopscope.recipe())];
  });
  expect(message).toContain('No weights have been opened yet');
  expect(after).toBe(before);
});

test('a training that leaves the numbers says where and what to try', async ({ page }) => {
  await open(page, '?backend=wasm');
  await page.evaluate(() =>
    window.hopscope.run({ conv: 'gin', hops: 12, width: 64, input: { kind: 'given', normalise: 'none' } }),
  );
  await control(page, 'train').click();
  await control(page, 'train-learning-rate').fill('100');
  await control(page, 'train-learning-rate').press('Enter');
  await control(page, 'train-start').click();
  // The MLP it is compared with is trained all the same.
  await expect(control(page, 'train-divergence')).toContainText(
    /At epoch \d+ the loss stopped being finite: it began at hop (\d+), the output of layer \1 \(convs\.\d+\).*Try a learning rate of 10/,
    { timeout: 30_000 },
  );
  await expect(control(page, 'train-words')).toContainText(
    /Stopped after epoch \d+, the last whose numbers were finite/,
  );
  await expect(control(page, 'train-scores')).toContainText('Majority class');
  await expect.poll(() => page.evaluate(() => window.hopscope.recipe().weights.kind)).toBe('trained');
  expect(await notFinite(page)).toBe(0);
});

test('parameter groups have rows, and come with the convolution', async ({ page }) => {
  await open(page, '?backend=wasm');
  await page.evaluate(() => window.hopscope.run({ conv: 'gcnii', hops: 2 }));
  await control(page, 'train').click();
  const rows = control(page, 'train-group');
  await expect(rows).toHaveCount(1);
  await expect(control(page, 'train-group-prefix')).toHaveValue('convs.');
  await expect(control(page, 'train-group-weight-decay')).toHaveValue('0.01');
  await expect(rows).toContainText('2 tensors');
  await expect(control(page, 'train-group-rest')).toContainText(/All others\s*4 tensors.*0\.0005.*0\.01/s);

  await control(page, 'train-group-add').press('Enter');
  await control(page, 'train-group-prefix').nth(1).selectOption('decoder.');
  await control(page, 'train-group-learning-rate').nth(1).fill('0.5');
  await control(page, 'train-group-learning-rate').nth(1).press('Enter');
  await expect(control(page, 'train-group-rest')).toContainText('2 tensors');
  await control(page, 'train-group-add').click();
  await control(page, 'train-group-prefix').nth(2).selectOption('convs.1.');
  await expect(rows.nth(2)).toContainText('taken by a row above');
  await control(page, 'train-group-remove').nth(2).press('Enter');
  await expect(rows).toHaveCount(2);
  await control(page, 'train-defaults').click();
  await expect(rows).toHaveCount(1);

  await page.evaluate(() => window.hopscope.run({ conv: 'gcn', hops: 2 }));
  await expect(rows).toHaveCount(0);
  await expect(control(page, 'train-group-rest')).toContainText('All');
});

test('the search key gives the place back to the inspector', async ({ page }) => {
  await open(page, '?backend=wasm');
  await control(page, 'train').click();
  await expect(control(page, 'train-start')).toBeVisible();
  await page.locator('body').press('/');
  await page.keyboard.type('41');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => window.hopscope.session().focus)).toBe('41');
});

test('trained a second time, the trace is that of the new weights', async ({ page }) => {
  await open(page, '?backend=wasm');
  const distances = await page.evaluate(async () => {
    const { hopscope } = window;
    await hopscope.run({ conv: 'gcn', hops: 2, input: { kind: 'given', normalise: 'none' } });
    const seen: number[][] = [];
    for (let i = 0; i < 2; i++) {
      await hopscope.train({ epochs: 20, baselines: false });
      seen.push([...hopscope.projection(2).data]);
    }
    return seen[0].map((value, at) => Math.abs(value - seen[1][at]));
  });
  expect(Math.max(...distances)).toBeGreaterThan(1e-3);
});

test('a graph without classes says why there is nothing to train on', async ({ page }) => {
  await open(page, '?backend=wasm');
  await page.evaluate(() =>
    window.hopscope.load({
      nodes: 3,
      edges: [
        [0, 1],
        [1, 2],
      ],
    }),
  );
  const button = control(page, 'train');
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAttribute('title', /no classes to learn/);
  await button.click({ force: true });
  await expect(control(page, 'notice')).toContainText('no classes to learn');
  await expect(control(page, 'training-panel')).toHaveCount(0);
});

for (const [colorScheme, width, height] of LOOKS) {
  test.describe(`${colorScheme}, ${width} wide`, () => {
    test.use({ colorScheme, viewport: { width, height } });

    test('axe finds nothing in the panel, and nothing runs over its edge', async ({ page }) => {
      await open(page, '?backend=wasm');
      await control(page, 'train').click();
      await expect(control(page, 'train-start')).toBeVisible();
      await axeFindsNothing(page, 'settings', '.side-panel');
      await control(page, 'train-split-perClass').check({ force: true });
      await axeFindsNothing(page, 'a split by class', '.side-panel');
      await page.evaluate(() => window.hopscope.run({ conv: 'gcn', hops: 2 }));
      await control(page, 'train-epochs').fill('20');
      await control(page, 'train-start').click();
      await expect(control(page, 'train-outcome')).toBeVisible();
      await axeFindsNothing(page, 'outcome', '.side-panel');
      const body = await page.locator('.side-panel-body').evaluate((at) => [at.scrollWidth, at.clientWidth]);
      expect(body[0]).toBeLessThanOrEqual(body[1]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over).toBeLessThanOrEqual(0);
    });
  });
}
