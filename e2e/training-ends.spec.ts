import { control, expect, open, test } from './app';

// Without tweens, which take most of a machine that draws in software.
test('a training ends when the validation score has not improved for a while, and shows the best weights', async ({
  page,
}) => {
  await open(page, '?backend=wasm');
  const seen = await page.evaluate(async () => {
    const { hopscope } = window;
    await hopscope.run({ conv: 'gcn', hops: 2, input: { kind: 'given', normalise: 'none' } });
    const report = await hopscope.train({ epochs: 5000, patience: 6, learningRate: 0.2, seed: 3 });
    const predictions = hopscope.predictions();
    const logits = await hopscope.logits();
    return {
      ...{ curve: report.curve, best: report.best, stopped: report.stopped, test: report.scores.test.accuracy },
      shown: predictions && [...predictions.label],
      likeliest:
        logits &&
        Array.from({ length: logits.rows }, (_, v) => {
          const row = [...logits.data.slice(v * logits.columns, (v + 1) * logits.columns)];
          return row.indexOf(Math.max(...row));
        }),
      predicted: [...report.predictions.label],
    };
  });
  const { curve, best } = seen;
  const taken = curve.length - 1;
  expect(seen.stopped).toBe('patience');
  expect(taken).toBe(best.epoch + 6);
  expect(taken).toBeLessThan(5000);
  expect(curve[best.epoch]).toEqual(best);
  const validation = curve.map(({ accuracy }) => accuracy.validation ?? Number.NaN);
  expect(best.accuracy.validation).toBe(Math.max(...validation));
  expect(seen.test).toBe(best.accuracy.test);

  await control(page, 'train').click();
  await expect(control(page, 'train-words')).toContainText(
    `Stopped after ${taken} epochs, for the validation score had not improved for 6`,
  );
  await expect(control(page, 'train-words')).toContainText(`of epoch ${best.epoch} are kept`);
  // What is on screen is the best network: by its scores, in words, and in what it predicts.
  const shares = [best.accuracy.train, best.accuracy.validation, best.accuracy.test].map((share) => (share ?? 0) * 100);
  const cells = await control(page, 'train-scores').locator('.scores-network td').allTextContents();
  expect(cells.map(Number.parseFloat)).toEqual(shares.map((share) => Number(share.toFixed(1))));
  await expect(control(page, 'epoch-words')).toHaveText(
    `Showing the network after epoch ${best.epoch} of ${taken}, the best: validation accuracy ${cells[1]}.`,
  );
  expect(seen.shown).toEqual(seen.likeliest);
  expect(seen.shown).toEqual(seen.predicted);
});

test('on WebGPU the picture changes while a model trains, and nothing is left on the device', async ({ page }) => {
  await open(page, '?backend=wasm');
  const seen = await page.evaluate(async () => {
    const { hopscope } = window;
    await hopscope.setBackend('webgpu');
    await hopscope.load('karate');
    await hopscope.run({ conv: 'gcn', hops: 2, width: 4, input: { kind: 'degree', normalise: 'none' } });
    hopscope.hop(2);
    await hopscope.memory();
    const before = await hopscope.memory();
    const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const picture = () => {
      const [graph, embedding] = (['graph', 'embedding'] as const).map(hopscope.drawn);
      return { colours: [...graph.colours].join(), positions: [...embedding.positions].join() };
    };
    await painted();
    const pictures = [picture()];
    const looks: Promise<unknown>[] = [];
    const stop = hopscope.on('trace', () => looks.push(painted().then(() => pictures.push(picture()))));
    const report = await hopscope.train({ epochs: 12, traceEvery: 3, baselines: false });
    await Promise.all(looks);
    stop();
    await painted();
    const after = await hopscope.memory();
    return {
      backend: hopscope.backend().name,
      ...{ stopped: report.stopped, before, after },
      positions: pictures.map(({ positions }) => positions),
      colours: pictures.map(({ colours }) => colours),
    };
  });
  expect(seen.backend).toBe('webgpu');
  expect(seen.stopped).toBe('epochs');
  // The untrained network, some looks while it trained, and the trained one.
  expect(new Set(seen.positions).size).toBeGreaterThan(3);
  expect(new Set(seen.colours).size).toBeGreaterThan(3);
  expect(seen.before.tensors).toBe(0);
  expect(seen.after).toEqual(seen.before);
});
