import type { Page } from '@playwright/test';
import { classColour } from '../src/encoding/class-colour';
import { confidenceColour } from '../src/encoding/sequential';
import { control, expect, open, test } from './app';

// Without tweens: colours are what they will be at once.
/** Trains a little, so that some are right and some are wrong. */
async function train(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { hopscope } = window;
    await hopscope.run({ conv: 'gcn', hops: 2, input: { kind: 'given', normalise: 'none' } });
    await hopscope.train({ epochs: 8, traceEvery: 1, baselines: false });
  });
}

/** The colours and rings of a view at rest, beside what the network says. */
function drawn(page: Page, view: 'graph' | 'embedding') {
  return page.evaluate(async (name) => {
    const { hopscope } = window;
    const { colours, marks } = hopscope.drawn(name);
    const said = hopscope.predictions();
    if (!said) throw new Error('nothing is predicted');
    return {
      colours: Array.from({ length: 72 }, (_, v) => [...colours.slice(4 * v, 4 * v + 3)]),
      marks: [...marks],
      label: [...said.label],
      confidence: [...said.confidence],
    };
  }, view);
}

const still = (page: Page) =>
  page.waitForFunction(() => !window.hopscope.drawn('graph').moving && !window.hopscope.drawn('embedding').moving);

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test('predictions are colours, what is wrong has a ring, and both follow the epoch', async ({ page }) => {
      await open(page, '?backend=wasm');
      const legend = page.locator('[data-control="graph-panel"] .legend:not(.legend-sizes)');
      await train(page);
      // Circle A is nodes 0…17, and so on: the generator puts them in order.
      const actual = Array.from({ length: 72 }, (_, v) => Math.floor(v / 18));
      await control(page, 'colour-prediction').check({ force: true });
      const seen: string[] = [];
      for (const epoch of [0, 4]) {
        await page.evaluate(
          (at) => window.hopscope.run({ ...window.hopscope.recipe(), weights: { kind: 'trained', epoch: at } }),
          epoch,
        );
        await still(page);
        for (const view of ['graph', 'embedding'] as const) {
          const { colours, marks, label } = await drawn(page, view);
          expect(colours).toEqual(label.map((one) => [...classColour(one, theme)]));
          expect(marks).toEqual(label.map((one, v) => (one === actual[v] ? 0 : 1)));
          const right = marks.filter((mark) => mark === 0).length;
          await expect(legend).toContainText(`right ${right} of 72`);
          await expect(legend).toContainText(`wrong ${72 - right}`);
          seen.push(marks.join());
        }
      }
      expect(seen[0]).toBe(seen[1]);
      expect(seen[2]).not.toBe(seen[0]);

      await control(page, 'colour-confidence').check({ force: true });
      await still(page);
      const { colours, confidence } = await drawn(page, 'graph');
      expect(colours).toEqual(confidence.map((share) => [...confidenceColour(share, 4, theme)]));
      const over = confidence.filter((share) => share >= 0.9).length;
      await expect(legend).toContainText(`over 90\u202f%: ${over}`);
    });
  });
}

test('the inspector says what is predicted of the node in focus, and what it is', async ({ page }) => {
  await open(page, '?backend=wasm');
  await train(page);
  await page.evaluate(() =>
    window.hopscope.run({ ...window.hopscope.recipe(), weights: { kind: 'trained', epoch: 0 } }),
  );
  const { label, confidence } = await drawn(page, 'graph');
  const wrong = label.findIndex((one, v) => one !== Math.floor(v / 18));
  const name = (c: number) => `Circle ${'ABCD'[c]}`;
  const percent = Math.round(100 * confidence[wrong]);
  await control(page, 'find-node').fill(String(wrong));
  await page.keyboard.press('Enter');
  await expect(control(page, 'predicted')).toHaveText(
    `Predicted ${name(label[wrong])} (${percent}\u202f%), is ${name(Math.floor(wrong / 18))}`,
  );
});

test('weights that were drawn predict nothing, and the control says so', async ({ page }) => {
  await open(page, '?backend=wasm');
  expect(await page.evaluate(() => window.hopscope.predictions())).toBeNull();
  for (const name of ['colour-prediction', 'colour-confidence']) {
    await expect(control(page, name)).toBeDisabled();
    await expect(control(page, name).locator('xpath=..')).toHaveAttribute(
      'title',
      /random weights predict nothing: train first/,
    );
  }
  await page.evaluate(() => window.hopscope.run({ conv: 'gcn', hops: 2, weights: { kind: 'identity' } }));
  await expect(control(page, 'colour-prediction').locator('xpath=..')).toHaveAttribute(
    'title',
    /identity weights predict nothing/,
  );
  await page.evaluate(() =>
    window.hopscope.load({ nodes: 3, edges: [[0, 1]] }).then(() => window.hopscope.run({ conv: 'gcn', hops: 2 })),
  );
  await expect(control(page, 'colour-prediction').locator('xpath=..')).toHaveAttribute(
    'title',
    'this graph has no classes',
  );
});

test('a view of predictions is in the session; where they are gone, colours are the embedding’s again', async ({
  page,
}) => {
  await open(page, '?backend=wasm');
  await train(page);
  await control(page, 'colour-prediction').check({ force: true });
  const address = await page.evaluate(() => window.hopscope.share());
  expect(address).toContain('view.colour=prediction');
  // Weights opened from a file predict as well.
  await page.evaluate(async () => window.hopscope.setWeights(await window.hopscope.weights()));
  expect(await page.evaluate(() => window.hopscope.session().view.colour)).toBe('prediction');
  await page.evaluate(() => window.hopscope.run({ conv: 'gcn', hops: 2 }));
  expect(await page.evaluate(() => window.hopscope.session().view.colour)).toBe('embedding');
  await page.goto('about:blank');
  await page.goto(address);
  await page.waitForFunction(() => window.hopscope !== undefined);
  await page.evaluate(() => window.hopscope.ready);
  await expect(control(page, 'notice')).toContainText('do not travel');
  expect(await page.evaluate(() => window.hopscope.session().view.colour)).toBe('embedding');
});
