import { readdirSync } from 'node:fs';
import type { Browser, Locator, Page } from '@playwright/test';
import { SOFTWARE_WEBGPU } from '../scripts/chromium.mjs';
import { control, drop, expect, open, test } from './app';
import { fixture, fixtureFolder, notFinite, outcomeOf, textFile } from './outcome';

/** All that must stay as it was when something is refused. */
const onScreen = (page: Page) =>
  page.evaluate(() => ({
    session: window.hopscope.session(),
    graph: window.hopscope.graph(),
    measures: window.hopscope.measures(),
    places: [...window.hopscope.drawn('graph').positions],
    bar: [...document.querySelectorAll('.pill-value')].map(({ textContent }) => textContent),
  }));

const notice = (page: Page) => control(page, 'notice');

async function dismissAll(page: Page): Promise<void> {
  while ((await notice(page).count()) > 0) await control(page, 'notice-dismiss').first().click();
}

/** A ring, large enough for runs that take seconds; with its places given, so that nothing moves meanwhile. */
const ring = (nodes: number) => ({
  name: `ring of ${nodes}`,
  nodes: Array.from({ length: nodes }, (_, v) => {
    const angle = (2 * Math.PI * v) / nodes;
    return { id: String(v), x: Math.cos(angle), y: Math.sin(angle) };
  }),
  edges: Array.from({ length: nodes }, (_, v): [number, number] => [v, (v + 1) % nodes]),
});

test.describe('a file that cannot be read', () => {
  /** What each must be answered with besides its own name. */
  const BAD: Record<string, RegExp> = {
    'bomb.csv.gz': /inflates to more than 256 MiB/,
    'empty.gexf': /no nodes/,
    'entities.graphml': /DOCTYPE declares entities/,
    'features-infinite.npz': /node_features\[7\] is Infinity/,
    'features-nan.npz': /node_features\[7\] is NaN/,
    'huge-header.npz': /1000000000 values/,
    'huge-shape.npz': /1,000,000,000 rows/,
    'huge.json': /1,000,000,000 nodes/,
    'missing-node.csv': /line 3: there is no node "x" in nodes\.csv/,
    'missing-node.gexf': /line 17: .*"nobody"/,
    'missing-node.graphml': /line 14: .*"nobody"/,
    'missing-node.json': /links\[1\]: .*"nobody"/,
    'missing-node.npz': /edges\[3\] is 4/,
    'no-target.csv': /line 3: an edge needs a source and a target/,
    'nodes-only.csv': /a list of nodes without edges/,
    'one-word.csv': /a list of nodes without edges/,
    'page.csv': /an HTML page/,
    'pickled.npz': /Python objects/,
    'picture.gexf': /root element <svg>/,
    'picture.png': /PNG picture/,
    'settings.json': /no graph that is known here/,
    'truncated.csv.gz': /damaged or cut short/,
    'truncated.npz': /damaged or cut short/,
    'truncated.json': /cut short/,
    'truncated.gexf': /not well-formed XML/,
    'truncated.graphml': /not well-formed XML/,
    'unrelated.npz': /holds x; a graph needs/,
  };
  const wanted = (name: string) =>
    BAD[name] ??
    (name.startsWith('noise') ? /What can be read: GEXF/ : /line \d+.*"?(weight|value)"?|"(NaN|value|INF|inf|abc)"/i);

  test('each is refused in words, and all on screen stays as it was', async ({ page }) => {
    test.slow();
    await open(page, '?backend=wasm');
    await page.evaluate(() => {
      window.hopscope.hop(3);
      return window.hopscope.open({ ...window.hopscope.session(), focus: '24' });
    });
    await expect(control(page, 'layout-stop')).toHaveCount(0);
    await page.waitForFunction(() => !window.hopscope.drawn('graph').moving);
    const before = await onScreen(page);
    for (const name of readdirSync(fixtureFolder('bad'))) {
      await test.step(name, async () => {
        const beside = name === 'missing-node.csv' ? [fixture('good/nodes.csv')] : [];
        const files = [fixture(`bad/${name}`), ...beside];
        const { title, detail } = await refused(page, () => drop(page, files));
        expect(title).toBe(`${files.map((file) => file.name).join(' and ')} could not be opened`);
        expect(detail).toMatch(wanted(name));
        await expect(notice(page)).toHaveText(`${title}${detail}`);
        expect(await onScreen(page)).toEqual(before);
        await dismissAll(page);
      });
    }
  });

  test('too many at once, too large, or nothing but a folder: also in words', async ({ page }) => {
    await open(page, '?backend=wasm');
    const before = await onScreen(page);
    const three = ['a.csv', 'b.csv', 'c.csv'].map((name) => textFile(name, 'a,b'));
    expect((await refused(page, () => drop(page, three))).detail).toContain('3 files at once');
    const pair = [fixture('good/triangle.gexf'), fixture('good/edges.csv')];
    expect((await refused(page, () => drop(page, pair))).detail).toContain('drop triangle.gexf alone');
    const large = await refused(page, () =>
      page.evaluate(() => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(65 * 2 ** 20)], 'large.csv'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      }),
    );
    expect(large.detail).toMatch(/large\.csv has 65 MiB.* 64/);
    await expect(notice(page)).toHaveCount(3);
    expect((await onScreen(page)).session).toEqual(before.session);
    await dismissAll(page);
    await expect(notice(page)).toHaveCount(0);
  });
});

async function refused(page: Page, act: () => Promise<unknown>): Promise<{ title: string; detail: string }> {
  const outcome = await outcomeOf(page, 'error', act);
  if (!('title' in outcome)) throw new Error('it was not refused');
  return outcome;
}

test('an empty graph and one out of bounds are refused, and the graph stays', async ({ page }) => {
  await open(page, '?backend=wasm');
  const answers = await page.evaluate(async () => {
    const before = JSON.stringify(window.hopscope.session());
    const message = (graph: unknown) =>
      window.hopscope.load(graph as string).then(
        () => 'was not refused',
        (error: Error) => error.message,
      );
    const refusals = [
      await message({ nodes: 0, edges: [] }),
      await message({ nodes: [], edges: [] }),
      await message({ nodes: 2, edges: [[0, 1, Number.NaN]] }),
      await message({ nodes: 2, edges: [], features: [[1], [Number.POSITIVE_INFINITY]] }),
      await message({}),
      await message(null),
    ];
    return { refusals, same: before === JSON.stringify(window.hopscope.session()) };
  });
  const wanted = [/no nodes/, /no nodes/, /NaN/, /Infinity/, /nodes/, /null/];
  answers.refusals.forEach((message, index) => {
    expect(message).toMatch(wanted[index]);
  });
  expect(answers.same).toBe(true);
});

test.describe('an address with a graph that cannot be had', () => {
  const cases: [title: string, address: string, answer: object | null, message: RegExp][] = [
    ['cannot be reached', 'https://graphs.example/a.csv', null, /a\.csv could not be reached.*CORS.*drop it here/],
    ['does not exist', 'graphs/a.csv', { status: 404, body: 'no' }, /a\.csv answers 404/],
    [
      'is a page',
      'graphs/a.csv',
      { body: '<!doctype html><p>Hello', contentType: 'text/html' },
      /a\.csv is an HTML page/,
    ],
    ['is empty', 'graphs/a.csv', { body: '' }, /a\.csv is empty/],
    ['is no address', 'https://', null, /could not be opened/],
  ];
  for (const [title, address, answer, message] of cases) {
    test(`${title}: said, and the opening scene is shown`, async ({ page, consoleErrors }) => {
      await page.route('**/a.csv', (route) => (answer ? route.fulfill(answer) : route.abort()));
      await open(page, `?backend=wasm&graph=${encodeURIComponent(address)}`);
      await expect(notice(page)).toContainText(message);
      expect(await page.evaluate(() => window.hopscope.graph())).toMatchObject({ nodes: 72 });
      expect(await notFinite(page)).toBe(0);
      // The browser itself reports what it could not fetch.
      const own = consoleErrors.splice(0).filter((error) => !/Failed to load resource/.test(error));
      expect(own).toEqual([]);
    });
  }
});

test('a recipe beyond the budget is refused with figures, and the trace stays', async ({ page }) => {
  await open(page, '?backend=wasm');
  await page.evaluate(async (graph) => {
    await window.hopscope.load(graph);
    await window.hopscope.run({ hops: 2, weights: { kind: 'identity' }, input: { kind: 'onehot', normalise: 'none' } });
  }, ring(1100));
  const before = await onScreen(page);
  await control(page, 'hops').click();
  const field = control(page, 'hops-number');
  const { detail } = await refused(page, async () => {
    await field.fill('128');
    await field.press('Enter');
  });
  expect(detail).toMatch(/would take \d+ MiB \(1,100 nodes × 128 hops × 1,100 columns\).* budget is 512 MiB.*at most/);
  await expect(field).toHaveValue('2');
  await page.keyboard.press('Escape');
  expect(await onScreen(page)).toEqual(before);
  await page.evaluate(() => window.hopscope.run({ hops: 3 }));
  expect(await notFinite(page)).toBe(0);
});

test('a long run shows how far it is, and cancelled it leaves the trace that was there', async ({ page }) => {
  await open(page, '?backend=cpu');
  await page.evaluate(async (graph) => {
    await window.hopscope.load(graph);
    await window.hopscope.run({ hops: 1, width: 8 });
  }, ring(3000));
  const before = await onScreen(page);
  const run = page.evaluate(() =>
    window.hopscope.run({ hops: 128, width: 128 }).then(
      () => 'finished',
      (error: Error) => error.name,
    ),
  );
  await expect(control(page, 'run').locator('progress')).toHaveAttribute('value', /0\.[1-9]/);
  await expect(control(page, 'run')).toContainText(/hop \d+ of 128/);
  await control(page, 'run-cancel').click();
  expect(await run).toBe('RunCancelled');
  await expect(control(page, 'run')).toHaveCount(0);
  await expect(notice(page)).toHaveCount(0);
  expect(await onScreen(page)).toEqual(before);
  await control(page, 'step-forward').click();
  expect(await notFinite(page)).toBe(0);
});

test.describe('without WebGPU', () => {
  /** A browser of its own, without the arguments that give it a software adapter. */
  const withBrowser = test.extend<{ bare: Browser }>({
    bare: async ({ playwright, launchOptions }, use) => {
      const args = (launchOptions.args ?? []).filter(
        (argument) => argument.startsWith('--no-sandbox') || !SOFTWARE_WEBGPU.includes(argument),
      );
      const bare = await playwright.chromium.launch({
        ...launchOptions,
        args: [...args, '--host-resolver-rules=MAP classroom.example 127.0.0.1'],
      });
      await use(bare);
      await bare.close();
    },
  });

  withBrowser('WASM computes, and the pill says why', async ({ bare, baseURL }) => {
    const page = await bare.newPage({ baseURL });
    await open(page);
    await expect(control(page, 'backend')).toContainText('WebAssembly');
    await expect(notice(page)).toHaveCount(0);
    await control(page, 'backend').click();
    const popover = page.getByRole('dialog', { name: 'Where the numbers are computed' });
    await expect(popover).toContainText('WebGPU found no graphics adapter');

    const before = await onScreen(page);
    const { detail } = await refused(page, () => control(page, 'backend-webgpu').click());
    expect(detail).toContain('WebGPU found no graphics adapter');
    await expect(control(page, 'backend')).toContainText('WebAssembly');
    expect(await onScreen(page)).toEqual(before);
    expect(await notFinite(page)).toBe(0);
  });

  withBrowser('an address that asks for WebGPU gets WASM and is told so', async ({ bare, baseURL }) => {
    const page = await bare.newPage({ baseURL });
    await open(page, '?backend=webgpu');
    await expect(notice(page)).toContainText(/asks for webgpu.*found no graphics adapter\. Computed on WebAssembly/);
    expect(await page.evaluate(() => window.hopscope.backend().name)).toBe('wasm');
    expect(await notFinite(page)).toBe(0);
  });

  withBrowser('a page that came by plain http, where browsers hide WebGPU, works too', async ({ bare, baseURL }) => {
    const page = await bare.newPage({ baseURL: baseURL?.replace('127.0.0.1', 'classroom.example') });
    await open(page);
    expect(await page.evaluate(() => [isSecureContext, 'gpu' in navigator])).toEqual([false, false]);
    await control(page, 'backend').click();
    await expect(page.getByRole('dialog')).toContainText('this browser has no WebGPU');
    await page.keyboard.press('Escape');
    await drop(page, [fixture('good/tables.zip')]);
    await expect.poll(() => page.evaluate(() => window.hopscope.graph().nodes)).toBe(4);
    await control(page, 'share').click();
    await expect(control(page, 'share-address')).toHaveValue(/classroom\.example.*data=/);
    await expect(page.getByRole('dialog')).toContainText('does not let the page copy');
  });
});

test.describe('the graphics device is lost', () => {
  /** A browser of its own: what is lost is lost for all its pages. */
  const withBrowser = test.extend<{ doomed: Browser }>({
    doomed: async ({ playwright, launchOptions }, use) => {
      const doomed = await playwright.chromium.launch(launchOptions);
      await use(doomed);
      await doomed.close();
    },
  });
  const lose = async (browser: Browser) =>
    (await browser.newBrowserCDPSession()).send('Browser.crashGpuProcess').catch(() => {});

  withBrowser('between runs: the trace and the views remain, and WASM goes on', async ({ doomed, baseURL }) => {
    const page = await doomed.newPage({ baseURL });
    await open(page);
    expect(await page.evaluate(() => window.hopscope.backend().name)).toBe('webgpu');
    await page.evaluate(() => window.hopscope.hop(2));
    await expect(control(page, 'layout-stop')).toHaveCount(0);
    await page.waitForFunction(() => !window.hopscope.drawn('embedding').moving);
    const before = await onScreen(page);
    const row = await page.evaluate(async () => [...(await window.hopscope.embedding(16)).data]);
    const parts = [
      control(page, 'graph-view'),
      control(page, 'embedding-view'),
      control(page, 'hop').locator('canvas'),
    ];
    const coloured = await Promise.all(parts.map((part) => colourOn(page, part.first())));

    await lose(doomed);
    await expect(control(page, 'backend')).toContainText('WebAssembly');
    await expect(notice(page)).toContainText(/graphics device was lost.*Everything computed so far is kept/);
    expect(await onScreen(page)).toEqual(before);
    expect(await page.evaluate(async () => [...(await window.hopscope.embedding(16)).data])).toEqual(row);
    await dismissAll(page);
    for (const [index, part] of parts.entries()) {
      const there = coloured[index];
      expect(there).toBeGreaterThan(200);
      await expect.poll(async () => Math.abs((await colourOn(page, part.first())) / there - 1)).toBeLessThan(0.3);
    }

    await page.evaluate(() => window.hopscope.run({ conv: 'sage', hops: 3 }));
    expect(await notFinite(page)).toBe(0);
    await control(page, 'backend').click();
    await expect(page.getByRole('dialog')).toContainText('The graphics device was lost');
  });

  withBrowser('in the middle of a run: the run ends on WASM', async ({ doomed, baseURL }) => {
    const page = await doomed.newPage({ baseURL });
    await open(page);
    await page.evaluate((graph) => window.hopscope.load(graph), ring(500));
    await page.evaluate(() => {
      const middle = new Promise<void>((resolve) => {
        window.hopscope.on('progress', (run) => (run as { fraction: number }).fraction > 0.05 && resolve());
      });
      const run = window.hopscope.run({ hops: 128, width: 64 });
      Object.assign(window, { middle, run });
    });
    await page.evaluate(() => (window as unknown as { middle: Promise<void> }).middle);
    await lose(doomed);
    const summary = await page.evaluate(() => (window as unknown as { run: Promise<unknown> }).run);
    expect(summary).toMatchObject({ backend: 'wasm', hops: 128 });
    await expect(notice(page)).toContainText('graphics device was lost');
    expect(await notFinite(page)).toBe(0);
  });

  /** How many pixels are strong in colour: nodes, not paper, lines or words. */
  async function colourOn(page: Page, part: Locator): Promise<number> {
    const image = await part.screenshot();
    return page.evaluate(async (base64) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${base64}`;
      await picture.decode();
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('no 2-D canvas');
      pen.drawImage(picture, 0, 0);
      const { data } = pen.getImageData(0, 0, picture.width, picture.height);
      let count = 0;
      for (let i = 0; i < data.length; i += 4) {
        const [least, most] = [
          Math.min(data[i], data[i + 1], data[i + 2]),
          Math.max(data[i], data[i + 1], data[i + 2]),
        ];
        if (most - least > 40) count++;
      }
      return count;
    }, image.toString('base64'));
  }
});
