import { existsSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { ExperimentRun } from '../src/gnn/experiments/results';
import { control, expect, open, test } from './app';
import { axeFindsNothing, LOOKS } from './axe';
import { datasetPath } from './datasets';

/** Two lines, a few short runs: long enough to be caught on the way. */
const SMALL = {
  version: 1 as const,
  name: 'small',
  graph: { id: 'circles' },
  lines: [
    { name: 'GCN', recipe: { conv: 'gcn' as const, width: 8, decoder: 'linear' as const } },
    { name: 'GCNII', recipe: { conv: 'gcnii' as const, width: 8 } },
  ],
  depths: [1, 2, 8],
  seeds: [0, 1],
  task: { epochs: 12 },
  measures: ['mad' as const, 'effectiveRank' as const],
};

/** Logarithms of two browsers' engines may differ in their last digit. */
const written = (all: ExperimentRun[]) =>
  all.map((run) =>
    JSON.stringify({ ...run, seconds: 0 }, (_, value) =>
      typeof value === 'number' ? Number(value.toPrecision(6)) : value,
    ),
  );

const marks = (page: Page) => control(page, 'lab-chart').getByRole('button');

test('an experiment from its specification on: cancelled, reloaded, gone on with, taken along, and a run of it opened', async ({
  page,
}) => {
  await open(page, '?backend=wasm');
  await page.keyboard.press('x');
  await expect(control(page, 'lab-panel')).toContainText('Depth sweep');
  await control(page, 'lab-specification-shown').click();
  const specification = control(page, 'lab-specification');
  await specification.fill(JSON.stringify({ ...SMALL, lines: [{ name: 'x', recipe: { conv: 'gcm' } }] }));
  await control(page, 'lab-specification-use').click();
  await expect(control(page, 'lab-refused')).toContainText('lines[0].recipe.conv is "gcm", but it can be "gcn"');
  await specification.fill(JSON.stringify({ ...SMALL, task: { epochs: 100_000 }, depths: [1] }));
  await control(page, 'lab-specification-use').click();
  await expect(control(page, 'lab-progress')).toContainText('4 runs to make');

  // Held in the midst of a long run, the page answers, and cancelling is there at once.
  await control(page, 'lab-start').click();
  await expect(control(page, 'lab-progress')).toContainText(/Run 1 of 4: GCN, depth 1, seed 0 · .* left/);
  await control(page, 'lab-pause').click();
  await expect(control(page, 'lab-progress')).toContainText('paused');
  await page.keyboard.press('Escape');
  await expect(control(page, 'experiment')).toContainText('Experiment (paused): run 1 of 4');
  await page.keyboard.press('x');
  await expect(control(page, 'experiment')).toHaveCount(0);
  await control(page, 'lab-specification-shown').click();
  await control(page, 'lab-pause').click();
  const waited = await page.evaluate(async () => {
    const press = (name: string) => document.querySelector<HTMLElement>(`[data-control="${name}"]`);
    const began = performance.now();
    press('lab-cancel')?.click();
    while (!press('lab-start')) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - began;
  });
  expect(waited).toBeLessThan(200);

  // Some runs, a reload in the midst of the others, and the rest.
  await specification.fill(JSON.stringify(SMALL));
  await control(page, 'lab-specification-use').click();
  await expect(control(page, 'lab-progress')).toContainText('12 runs to make');
  await control(page, 'lab-start').click();
  await expect.poll(() => marks(page).count()).toBeGreaterThan(2);
  await page.reload();
  await page.evaluate(() => window.hopscope.ready);
  const report = await page.evaluate(async (spec) => {
    const made: number[] = [];
    const done = await window.hopscope.experiment(spec, (state) => made.push(state.made));
    return { first: made[0], runs: done.runs, complete: done.complete };
  }, SMALL);
  expect(report.first).toBeGreaterThan(2);
  expect([report.runs.length, report.complete]).toEqual([12, true]);

  await page.keyboard.press('x');
  await expect(marks(page)).toHaveCount(12);
  await expect(control(page, 'lab-words')).toContainText(/^Test accuracy: GCN \d.*% at depth 1, .*% at 8; GCNII/);
  const download = page.waitForEvent('download');
  await control(page, 'lab-save-csv').click();
  expect((await download).suggestedFilename()).toBe('small.csv');
  const [head, ...rows] = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\n');
  expect(head).toMatch(/^line,depth,seed,test_accuracy,.*trained_mad/);
  expect(rows).toHaveLength(12);
  const picture = await page.evaluate(async () => (await window.hopscope.export('experiment.png')).size);
  expect(picture).toBeGreaterThan(10_000);

  // By keys: the last mark is GCNII at depth 8 from seed 1.
  await marks(page).first().focus();
  await page.keyboard.press('End');
  await expect(marks(page).last()).toBeFocused();
  await expect(marks(page).last()).toHaveAccessibleName(/^GCNII, depth 8, seed 1: test accuracy \d/);
  await page.keyboard.press('Enter');
  const last = report.runs.find(({ line, depth, seed }) => line === 'GCNII' && depth === 8 && seed === 1);
  const accuracy = `${(100 * (last?.trained?.test ?? -1)).toFixed(1)} %`;
  await expect(control(page, 'notice')).toContainText('GCNII at depth 8, seed 1, trained again');
  await expect(control(page, 'notice')).toContainText(`Test accuracy ${accuracy}; in the experiment ${accuracy}.`);
  expect(await page.evaluate(() => [window.hopscope.recipe().conv, window.hopscope.hop()])).toEqual(['gcnii', 8]);
});

test('the page makes the runs that the command line makes, and refuses what is wrong', async ({ page }) => {
  const committed = JSON.parse(readFileSync('scripts/experiments/results/depth-sweep.json', 'utf8'));
  await open(page, '?backend=wasm');
  const { runs, refused } = await page.evaluate(async (given) => {
    const spec = { ...given, depths: [2], seeds: [0] };
    const { runs } = await window.hopscope.experiment(spec);
    const refusalOf = (wrong: object) =>
      window.hopscope.experiment({ ...spec, ...wrong }).then(String, (error: Error) => error.message);
    const refused = [
      await refusalOf({ depths: [1e6] }),
      await refusalOf({ seeds: [] }),
      await refusalOf({ graph: { id: 'circle' } }),
      await refusalOf({ graph: { id: 'karate' } }),
    ];
    return { runs, refused };
  }, committed.specification);
  expect(refused).toEqual([
    'Experiment: depths[0] is 1000000, but it has to be a whole number from 1 to 128. The nearest is 128.',
    'Experiment: seeds is empty, but it has to be a list of 1 to 100.',
    expect.stringContaining('Experiment: graph: there is no graph called "circle"; did you mean "circles"?'),
    expect.stringContaining('Experiment: task: The split asks for 16 validation and 40 test nodes, but 26 labelled'),
  ]);
  expect(runs).toHaveLength(3);
  const there = committed.runs.filter(({ depth, seed }: ExperimentRun) => depth === 2 && seed === 0);
  expect(written(runs)).toEqual(written(there));
});

test.describe('with the published file', () => {
  const cora = datasetPath('npz', 'cora.npz');
  if (!existsSync(cora)) return;
  test('the page makes the runs on Cora that the command line made', async ({ page }) => {
    test.slow();
    const committed = JSON.parse(readFileSync('scripts/experiments/results/depth-cora.json', 'utf8'));
    await page.route('**/mirror/cora.npz', (route) => route.fulfill({ body: readFileSync(cora) }));
    await open(page, '?backend=wasm');
    const few = { ...committed.specification, depths: [2], seeds: [0], expected: [], published: [] };
    const runs = await page.evaluate(async (spec) => (await window.hopscope.experiment(spec)).runs, few);
    const same = committed.runs.filter(({ depth, seed }: ExperimentRun) => depth === 2 && seed === 0);
    expect(runs).toHaveLength(committed.specification.lines.length);
    expect(written(runs)).toEqual(written(same));
  });
});

test('a grid is drawn as heat maps whose cells open, beside figures of the literature and the theory', async ({
  page,
}) => {
  await open(page, '?backend=wasm');
  const grid = { x: { parameter: 'homophily', values: [0.2, 0.9] }, y: { parameter: 'signal', values: [0, 2] } };
  const published = [{ line: 'GCN', source: 'A paper 2020', points: [2, 4].map((depth) => ({ depth, value: 0.5 })) }];
  const lines = [SMALL.lines[0], { name: 'MLP', recipe: { conv: 'mlp' as const, width: 8 } }];
  const over = { ...SMALL, lines, graph: { id: 'cbm', parameters: { nodes: 60 } }, depths: [2], seeds: [0] };
  const runs = await page.evaluate(async (spec) => (await window.hopscope.experiment(spec)).runs, { ...over, grid });
  expect(runs.map(({ at }) => at)).toContainEqual({ homophily: 0.9, signal: 2 });
  expect(runs).toHaveLength(8);
  await page.keyboard.press('x');
  const cells = control(page, 'lab-map-1').getByRole('button');
  await expect(cells).toHaveCount(4);
  await expect(control(page, 'lab-map-difference').getByRole('button')).toHaveCount(4);
  await expect(control(page, 'lab-words')).toContainText(
    /^In test accuracy GCN is (furthest above|nearest to) MLP at homophily/,
  );
  await cells.first().focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(cells.last()).toBeFocused();
  await expect(cells.last()).toHaveAccessibleName(/^GCN, homophily 0.9, signal 2: test accuracy \d/);
  await page.keyboard.press('Enter');
  await expect(control(page, 'notice')).toContainText('GCN at homophily 0.9, signal 2, depth 2, seed 0, trained again');
  const { dataset } = await page.evaluate(() => window.hopscope.session().lanes[0]);
  expect(dataset).toEqual({ kind: 'catalogue', id: 'cbm', parameters: { nodes: 60, homophily: 0.9, signal: 2 } });

  await page.evaluate((spec) => window.hopscope.experiment(spec), { ...over, published });
  await expect(control(page, 'lab-chart')).toContainText('published: A paper 2020');
  await control(page, 'lab-table-shown').click();
  await expect(control(page, 'lab-table')).toContainText(/50\.0\s%, [+\u2212]\d+\.\d points/);

  await control(page, 'lab-spectrum-shown').click();
  await expect(control(page, 'lab-spectrum')).toContainText(/has 60 eigenvalues from \u2212?0\.\d+ to 1\./);
  await expect(control(page, 'lab-spectrum-words')).toContainText(/^Up to hop 2 .* has the energy predicted, to /);
});

for (const [colorScheme, width, height] of LOOKS) {
  test.describe(`${colorScheme}, ${width} wide`, () => {
    test.use({ colorScheme, viewport: { width, height } });

    test('axe finds nothing in the laboratory, and nothing runs over its edge', async ({ page }) => {
      await open(page, '?backend=wasm');
      await page.evaluate((spec) => window.hopscope.experiment(spec), { ...SMALL, depths: [1, 2], seeds: [0] });
      await page.keyboard.press('x');
      await expect(marks(page)).toHaveCount(4);
      await control(page, 'lab-against').selectOption('test');
      await control(page, 'lab-of').selectOption('mad');
      await expect(control(page, 'lab-rankings')).toBeVisible();
      await control(page, 'lab-table-shown').click();
      await axeFindsNothing(page, 'result', '[data-control="lab-panel"]');
      const body = await page.locator('.side-panel-body').evaluate((at) => [at.scrollWidth, at.clientWidth]);
      expect(body[0]).toBeLessThanOrEqual(body[1]);
    });
  });
}
