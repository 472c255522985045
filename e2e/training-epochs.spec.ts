import type { Page } from '@playwright/test';
import { control, expect, hop, open, test } from './app';

// Without tweens, which take most of a machine that draws in software.
/** A small network, trained from its panel for 40 epochs, of which every 2nd is kept. */
async function train(page: Page): Promise<void> {
  await page.evaluate(() =>
    window.hopscope.run({ conv: 'gcn', hops: 2, encoder: 'linear', input: { kind: 'given', normalise: 'none' } }),
  );
  await control(page, 'train').click();
  await control(page, 'train-epochs').fill('40');
  await control(page, 'train-start').click();
  await expect(control(page, 'train-outcome')).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => weights(page)).toEqual({ kind: 'trained' });
}

const weights = (page: Page) => page.evaluate(() => window.hopscope.recipe().weights);
const words = (page: Page) => control(page, 'epoch-words');
const parameters = (page: Page) => page.evaluate(async () => [...(await window.hopscope.weights())].join());

/** Where a curve of the panel has an epoch, in CSS pixels. */
async function onCurve(page: Page, epoch: number, last: number): Promise<{ x: number; y: number }> {
  const plot = page.locator('[data-control="train-curves"] svg.line-chart-plot').first();
  await plot.scrollIntoViewIfNeeded();
  const grid = await plot.locator('.line-chart-grid').first().boundingBox();
  const whole = await plot.boundingBox();
  if (!grid || !whole) throw new Error('the curves are not on screen');
  return { x: grid.x + (epoch / last) * grid.width, y: whole.y + whole.height / 2 };
}

test('the epochs of a training are gone through by keys, and every view shows the network of the epoch', async ({
  page,
}) => {
  await open(page, '?backend=wasm');
  await train(page);
  const best = await parameters(page);
  const slider = control(page, 'epoch');
  await slider.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => weights(page)).toEqual({ kind: 'trained', epoch: 0 });
  await expect(words(page)).toHaveText(
    /^Showing the network before the first epoch: validation accuracy [\d.]+\u202f%\.$/,
  );
  expect(await hop(page)).toBe(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => weights(page)).toEqual({ kind: 'trained', epoch: 4 });
  await expect(slider).toHaveAttribute('aria-valuetext', /after epoch 4 of 40/);
  await expect(control(page, 'weights').first()).toContainText('Trained · epoch 4');
  // The arrows went through epochs and not through hops; elsewhere they go through hops, of this epoch's network.
  expect(await hop(page)).toBe(0);
  await control(page, 'training-close').click();
  await page.keyboard.press('ArrowRight');
  expect(await hop(page)).toBe(1);

  const seen = await page.evaluate(async () => {
    const { hopscope } = window;
    hopscope.hop(2);
    const { output } = await hopscope.explain(3, 2);
    const { data, columns } = await hopscope.embedding(2);
    const logits = await hopscope.logits();
    const predictions = hopscope.predictions();
    const recipe = hopscope.recipe();
    const measured = hopscope.measures()[2].dirichlet;
    const drawn = [...hopscope.projection(2).data];
    // By script it is the same network.
    await hopscope.run({ ...recipe, weights: { kind: 'trained' } });
    const others = [
      hopscope.measures()[2].dirichlet,
      Math.max(...hopscope.projection(2).data.map((x, i) => Math.abs(x - drawn[i]))),
    ];
    await hopscope.run(recipe);
    return {
      arithmetic: Math.max(...output.map((value, c) => Math.abs(value - data[3 * columns + c]))),
      likeliest:
        logits &&
        Array.from({ length: 72 }, (_, v) => {
          const row = [...logits.data.slice(4 * v, 4 * v + 4)];
          return row.indexOf(Math.max(...row));
        }),
      predicted: predictions && [...predictions.label],
      measured: [measured, hopscope.measures()[2].dirichlet],
      others,
    };
  });
  expect(seen.arithmetic).toBeLessThan(1e-5);
  expect(seen.predicted).toEqual(seen.likeliest);
  expect(seen.measured[1]).toBe(seen.measured[0]);
  expect(seen.others[0]).not.toBe(seen.measured[0]);
  expect(seen.others[1]).toBeGreaterThan(1e-3);

  await control(page, 'train').click();
  await control(page, 'epoch-best').press('Enter');
  await expect.poll(() => weights(page)).toEqual({ kind: 'trained' });
  await expect(words(page)).toContainText(', the best: validation accuracy');
  expect(await parameters(page)).toBe(best);
});

test('the epochs of a training are gone through with the mouse, and undo goes back over all of them', async ({
  page,
}) => {
  await open(page, '?backend=wasm');
  await train(page);
  const [ten, twenty] = [await onCurve(page, 9.8, 40), await onCurve(page, 20.2, 40)];
  await page.mouse.click(twenty.x, twenty.y);
  await expect.poll(() => weights(page)).toEqual({ kind: 'trained', epoch: 20 });
  await page.mouse.click(ten.x, ten.y);
  await expect.poll(() => weights(page)).toEqual({ kind: 'trained', epoch: 10 });
  const marker = page.locator('.line-chart-shown').first();
  expect(Math.abs(((await marker.boundingBox())?.x ?? 0) - (await onCurve(page, 10, 40)).x)).toBeLessThan(3);

  // The thumb stands under the marker.
  const slider = control(page, 'epoch');
  await slider.scrollIntoViewIfNeeded();
  const track = await slider.boundingBox();
  if (!track) throw new Error('the slider is not on screen');
  const [from, to] = [await onCurve(page, 10, 40), await onCurve(page, 30, 40)];
  await page.mouse.move(from.x, track.y + track.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x, track.y + track.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => weights(page)).toEqual({ kind: 'trained', epoch: 30 });
  await control(page, 'undo').click();
  await expect.poll(() => weights(page)).toEqual({ kind: 'trained' });
});

test('an epoch that was not kept is refused, with the nearest, and the screen stays', async ({ page }) => {
  await open(page, '?backend=wasm');
  await train(page);
  const [message, after] = await page.evaluate(async () => {
    const { hopscope } = window;
    const wish = hopscope.run({ ...hopscope.recipe(), weights: { kind: 'trained', epoch: 7 } });
    const message = await wish.then(String, (error: Error) => error.message);
    return [message, hopscope.recipe().weights];
  });
  expect(message).toBe('The weights of epoch 7 were not kept; the nearest are 6 and 8.');
  expect(after).toEqual({ kind: 'trained' });
});

/** Starts a training that ends when it is told to, of a network whose every 5th epoch is kept. */
async function startLong(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { hopscope } = window;
    return hopscope.run({ conv: 'gcn', hops: 2, input: { kind: 'given', normalise: 'none' } });
  });
  await control(page, 'train').click();
  await control(page, 'train-epochs').fill('100000');
  await control(page, 'train-epochs').press('Tab');
  await expect(control(page, 'train-look-every')).toHaveValue('4000');
  await control(page, 'train-look-every').fill('5');
  await control(page, 'train-start').click();
}

test('a training is seen as it learns, hop by hop', async ({ page }) => {
  await open(page, '?backend=wasm');
  await startLong(page);
  await expect(words(page)).toContainText(/after epoch [\d,]+ of 100,000: validation accuracy/);
  // The recipe is still the one that was drawn, and its network predicts only now that it learns.
  expect(await weights(page)).toMatchObject({ kind: 'random' });
  expect(await page.evaluate(() => window.hopscope.predictions()?.label.length)).toBe(72);
  await control(page, 'colour-prediction').check({ force: true });
  await page.getByRole('heading', { name: 'Train', exact: true }).press('End');
  expect(await hop(page)).toBe(2);
  await control(page, 'train-cancel').click();
  await expect(control(page, 'train-words')).toContainText(/Cancelled after [\d,]+ epochs/);
  await expect(control(page, 'train-scores')).toContainText('not trained, for this was cancelled');
  await expect.poll(() => weights(page)).toEqual({ kind: 'trained' });
  await expect(control(page, 'colour-prediction')).toBeChecked();
});

test('a training is held to look back at its epochs, and goes on', async ({ page }) => {
  await open(page, '?backend=wasm');
  await startLong(page);
  const shown = () => page.evaluate(() => [...window.hopscope.projection(2).data]);
  await expect(words(page)).toContainText(/after epoch [\d,]+ of 100,000: validation accuracy/);
  await control(page, 'epoch').focus();
  await page.keyboard.press('Home');
  await expect(control(page, 'train-progress')).toContainText('paused');
  await expect(words(page)).toContainText('before the first epoch');
  const untrained = await shown();
  await page.keyboard.press('ArrowRight');
  await expect(words(page)).toContainText('after epoch 5 of');
  expect(await shown()).not.toEqual(untrained);
  await control(page, 'train-pause').click();
  await expect(words(page)).toContainText(/after epoch [\d,]{2,} of/);
  // What it began from is on screen again when something else takes its place and fails.
  const failing = page.evaluate(() =>
    window.hopscope
      .run({ ...window.hopscope.recipe(), weights: { kind: 'file' } })
      .catch((error: Error) => error.message),
  );
  expect(await failing).toContain('No weights have been opened yet');
  await expect(control(page, 'train-progress')).toHaveCount(0);
  expect(await shown()).toEqual(untrained);
});

test('another graph takes the screen from a training, with nothing of it left there', async ({ page }) => {
  await open(page, '?backend=wasm');
  const state = await page.evaluate(async () => {
    const { hopscope } = window;
    await hopscope.run({ conv: 'gcn', hops: 2 });
    const seen = new Promise<void>((resolve) => {
      const stop = hopscope.on('trace', () => {
        stop();
        resolve();
      });
    });
    const training = hopscope.train({ epochs: 100_000, traceEvery: 1 }).catch((error: Error) => error.name);
    await seen;
    await hopscope.load('karate');
    return { ended: await training, predictions: hopscope.predictions(), rows: (await hopscope.embedding(1)).rows };
  });
  expect(state).toEqual({ ended: 'RunCancelled', predictions: null, rows: 34 });
});
