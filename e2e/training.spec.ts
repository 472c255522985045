import { expect, open, test } from './app';

test('a model learns in the page, its weights go out and come in, and the screen shows what it learned', async ({
  page,
}) => {
  await open(page, '?backend=wasm');
  const run = await page.evaluate(async () => {
    const { hopscope } = window;
    await hopscope.run({ conv: 'gcn', hops: 2, input: { kind: 'given', normalise: 'none' } });
    const epochs: number[] = [];
    const report = await hopscope.train({ epochs: 40 }, ({ stage, epoch }) => {
      if (stage === 'network') epochs.push(epoch);
    });
    const logits = await hopscope.logits();
    const trained = await hopscope.embedding(2);
    const weights = await hopscope.weights();
    await hopscope.run({ conv: 'gcn', hops: 2 });
    await hopscope.setWeights(weights);
    const again = await hopscope.embedding(2);
    return {
      epochs,
      first: report.curve[0],
      best: report.best,
      recipe: hopscope.recipe().weights,
      logits: logits && [logits.rows, logits.columns],
      difference: Math.max(...trained.data.map((value, i) => Math.abs(value - again.data[i]))),
      header: new TextDecoder().decode(weights.slice(8, 400)),
    };
  });
  expect(run.epochs.at(-1)).toBe(40);
  expect(run.best.accuracy.validation ?? 0).toBeGreaterThan(run.first.accuracy.validation ?? 1);
  expect(run.logits).toEqual([72, 4]);
  expect(run.recipe).toEqual({ kind: 'file' });
  expect(run.difference).toBeLessThan(1e-6);
  expect(run.header).toContain('convs.0.lin.weight');
});

test('weights that do not fit are refused by name, and nothing changes', async ({ page }) => {
  await open(page, '?backend=wasm');
  const { message, unchanged } = await page.evaluate(async () => {
    const before = JSON.stringify(window.hopscope.session());
    const message = await window.hopscope.setWeights({ 'convs.0.lin.weight': { shape: [1, 1], data: [1] } }).then(
      () => 'taken',
      (error: Error) => error.message,
    );
    return { message, unchanged: before === JSON.stringify(window.hopscope.session()) };
  });
  expect(message).toMatch(/convs\.\d+\./);
  expect(unchanged).toBe(true);
});

test('after a training another graph opens, with random weights where the trained ones do not fit', async ({
  page,
}) => {
  await open(page, '?backend=wasm');
  const weights = await page.evaluate(async () => {
    const { hopscope } = window;
    const seen: string[] = [];
    await hopscope.run({ conv: 'gcn', hops: 2 });
    await hopscope.train({ epochs: 2, baselines: false });
    seen.push(hopscope.recipe().weights.kind);
    await hopscope.load('karate');
    seen.push(hopscope.recipe().weights.kind);
    return seen;
  });
  expect(weights).toEqual(['trained', 'random']);
  await expect(page.getByLabel('Messages')).toContainText(
    /Random weights are shown.*The trained weights are for the graph before\. Undo goes back to them\./,
  );
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.evaluate(() => window.hopscope.recipe().weights.kind)).toBe('trained');
});

test('a training leaves nothing on the device', async ({ page }) => {
  await open(page, '?backend=wasm');
  const memory = await page.evaluate(async () => {
    const { hopscope } = window;
    const before = await hopscope.memory();
    await hopscope.train({ epochs: 3 });
    return [before, await hopscope.memory()];
  });
  expect(memory[0]).toMatchObject({ tensors: 0, bytes: 0 });
  expect(memory[0].traceBytes).toBeGreaterThan(0);
  expect(memory[1]).toEqual(memory[0]);
});

test('a link to trained weights opens with random ones and says so', async ({ page }) => {
  await open(page, '?backend=wasm');
  const address = await page.evaluate(async () => {
    await window.hopscope.run({ conv: 'gcn', hops: 2 });
    await window.hopscope.train({ epochs: 2, baselines: false });
    return window.hopscope.share();
  });
  await page.goto('about:blank');
  await page.goto(address);
  await page.waitForFunction(() => window.hopscope !== undefined);
  await page.evaluate(() => window.hopscope.ready);
  await expect(page.locator('[data-control="notice"]')).toContainText('do not travel');
  expect(await page.evaluate(() => window.hopscope.recipe().weights.kind)).toBe('random');
});
