import type { Page } from '@playwright/test';
import { control, expect, open, tabTo, test } from './app';

/** The bytes of an export, by the scripting API. */
async function bytesOf(page: Page, kind: string): Promise<Buffer> {
  const base64 = await page.evaluate(async (asked) => {
    const bytes = new Uint8Array(await (await window.hopscope.export(asked)).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, kind);
  return Buffer.from(base64, 'base64');
}

async function showNode24(page: Page): Promise<void> {
  await open(page, '?backend=wasm');
  await page.evaluate(() => {
    const session = window.hopscope.session();
    return window.hopscope.open({ ...session, hop: 3, focus: '24', view: { ...session.view, hulls: true } });
  });
  await expect(control(page, 'layout-stop')).toHaveCount(0);
  await expect(page.locator('[data-hop="3"][data-node="24"]')).toBeVisible();
}

/** Width, height and texts of a PNG, by its chunks. */
function readPng(png: Buffer): { width: number; height: number; texts: Record<string, string> } {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const texts: Record<string, string> = {};
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    if (png.toString('latin1', at + 4, at + 8) !== 'iTXt') continue;
    const [keyword] = data.toString('latin1').split('\0', 1);
    texts[keyword] = data.subarray(keyword.length + 5).toString('utf8');
  }
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), texts };
}

/** How much two pictures differ in their upper rows, against what the first has there at all: 0 for alike, 1 for a blank one. */
function difference(page: Page, a: Buffer, b: Buffer, share: number): Promise<number> {
  return page.evaluate(
    async ([png, svg, part]) => {
      const pixels = async (address: string, size?: [number, number]) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const [width, down] = size ?? [image.naturalWidth, image.naturalHeight];
        const context = new OffscreenCanvas(width, down).getContext('2d');
        context?.drawImage(image, 0, 0, width, down);
        return {
          size: [width, down] as [number, number],
          data: context?.getImageData(0, 0, width, Math.round(part * down)).data ?? [],
        };
      };
      const one = await pixels(`data:image/png;base64,${png}`);
      const other = await pixels(`data:image/svg+xml;base64,${svg}`, one.size);
      let apart = 0;
      let there = 0;
      for (let i = 0; i < one.data.length; i++) {
        apart += Math.abs(one.data[i] - other.data[i]);
        there += Math.abs(one.data[i] - one.data[i % 4]);
      }
      return apart / there;
    },
    [a.toString('base64'), b.toString('base64'), share] as const,
  );
}

test('every view as PNG and as SVG: alike, with what it shows and the link', async ({ page }) => {
  await showNode24(page);
  await page.evaluate(() => window.hopscope.train({ epochs: 12 }));
  await page.evaluate(() => window.hopscope.hop(3));
  await control(page, 'train').click();
  await expect(control(page, 'train-curves')).toBeVisible();
  const link = await page.evaluate(() => window.hopscope.share());
  for (const view of ['graph', 'embedding', 'timeline', 'training']) {
    await test.step(view, async () => {
      const png = await bytesOf(page, `${view}.png`);
      const svg = await bytesOf(page, `${view}.svg`);
      const { width, height, texts } = readPng(png);
      expect(texts).toEqual({ Title: 'Four circles of friends · GCN · hop 3 of 16 · Node 24', Source: link });
      const parsed = await page.evaluate((text) => {
        const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
        return {
          name: root.nodeName,
          size: [root.getAttribute('width'), root.getAttribute('height')].map(Number),
          title: root.querySelector('title')?.textContent,
          link: root.querySelector('desc')?.textContent,
          words: [...root.querySelectorAll('text')].map(({ textContent }) => textContent),
        };
      }, svg.toString());
      expect(parsed).toMatchObject({ name: 'svg', title: texts.Title, link });
      expect(parsed.size).toEqual([width / 2, height / 2]);
      expect(parsed.words.join(' · ')).toContain(texts.Title);
      // Letters are in another font where a picture stands alone; all else is the same.
      const alike = await difference(page, png, svg, 0.7);
      test.info().annotations.push({ type: `${view}: PNG against SVG`, description: alike.toFixed(3) });
      expect(alike).toBeLessThan(view === 'graph' ? 0.2 : 0.5);
    });
  }
  await control(page, 'training-close').click();
  const inspector = readPng(await bytesOf(page, 'inspector.png'));
  expect(inspector.width).toBeGreaterThan(400);
  const strips = (await bytesOf(page, 'inspector.svg')).toString().match(/<g fill="rgb/g) ?? [];
  expect(strips.length, 'cells of the vectors').toBeGreaterThan(50);
});

test('curves, loops and lines coloured by type are the same in shapes as on the canvas', async ({ page }) => {
  await open(page, '?backend=wasm');
  await page.evaluate(() =>
    window.hopscope.load({
      ...{ name: 'typed', directed: true },
      nodes: ['a', 'b', 'c', 'd', 'e'].map((id, i) => ({ id, x: [0, 1, 1, 0, 0.5][i], y: [1, 1, 0, 0, 0.5][i] })),
      edges: [
        ...([['a', 'b', 1, 'likes'] as const, ['a', 'b', 1, 'knows'], ['b', 'a', 1, 'likes']] as const),
        ...([['e', 'e', 1, 'knows'] as const, ['e', 'd', 1, 'knows'], ['c', 'e', 1, 'likes']] as const),
      ].map((edge) => [...edge] as [string, string, number, string]),
    }),
  );
  await expect(control(page, 'layout-stop')).toHaveCount(0);
  await page.waitForFunction(() => !window.hopscope.drawn('graph').moving);
  const png = await bytesOf(page, 'graph.png');
  const svg = await bytesOf(page, 'graph.svg');
  expect(svg.toString().match(/<path d="M[\d. -]+C/g)?.length, 'curves').toBe(3);
  const colours = new Set(svg.toString().match(/stroke="rgb\([^"]*\)" stroke-width="1"/g));
  expect(colours.size, 'a colour a type').toBeGreaterThanOrEqual(2);
  // Letters are in another font, and the legend has some.
  expect(await difference(page, png, svg, 0.6)).toBeLessThan(0.13);
});

/** The header of a .npy file, and what comes after it. */
function readNpy(npy: Buffer): { header: string; data: Buffer } {
  expect(npy.subarray(0, 8).toString('latin1')).toBe('\x93NUMPY\x01\x00');
  const end = 10 + npy.readUInt16LE(8);
  expect(end % 64).toBe(0);
  return { header: npy.toString('latin1', 10, end).trim(), data: npy.subarray(end) };
}

test('numbers as CSV, NPY and JSON are those of the trace', async ({ page }) => {
  await showNode24(page);
  const row = await page.evaluate(async () => [...(await window.hopscope.embedding(5)).data]);
  const { header, data } = readNpy(await bytesOf(page, 'embedding@5.npy'));
  expect(header).toBe("{'descr': '<f4', 'fortran_order': False, 'shape': (72, 16), }");
  expect(row.map((_, i) => data.readFloatLE(4 * i))).toEqual(row);
  const json = JSON.parse((await bytesOf(page, 'embedding@5.json')).toString());
  expect(json).toMatchObject({ hop: 5, rows: 72, columns: 16 });
  expect(json.data.flat().map(Math.fround)).toEqual(row);
  const csv = (await bytesOf(page, 'embedding@5.csv')).toString().trim().split('\n');
  expect(csv[0]).toMatch(/^id,h0,h1,/);
  expect(csv.slice(1).flatMap((line) => line.split(',').slice(1).map(Number).map(Math.fround))).toEqual(row);

  const measures = JSON.parse((await bytesOf(page, 'measures.json')).toString());
  expect(measures).toHaveLength(17);
  expect(measures[3].dirichlet).toBe(await page.evaluate(() => window.hopscope.measures()[3].dirichlet));
  expect(readNpy(await bytesOf(page, 'measures.npy')).header).toContain("('hop', '<i4')");

  const explanation = JSON.parse((await bytesOf(page, 'explanation.json')).toString());
  expect(explanation).toEqual(await page.evaluate(() => window.hopscope.explain('24', 3)));
  const influence = JSON.parse((await bytesOf(page, 'influence.json')).toString());
  const values = await page.evaluate(async () => [...(await window.hopscope.influence('24', 3)).values]);
  expect(influence.influence.map((each: { influence: number }) => Math.fround(each.influence))).toEqual(values);

  const weights = await bytesOf(page, 'weights.safetensors');
  expect(JSON.parse(weights.toString('utf8', 8, 8 + Number(weights.readBigUInt64LE())))).not.toEqual({});
  expect(JSON.parse((await bytesOf(page, 'session.json')).toString())).toMatchObject({ hopscope: 1 });
});

test('what is not there is refused in words', async ({ page }) => {
  await open(page, '?backend=wasm');
  const refusal = (kind: string) =>
    page.evaluate((asked) => window.hopscope.export(asked).then(String, (error: Error) => error.message), kind);
  expect(await refusal('graph.gif')).toMatch(/there is no "graph\.gif"\. Pictures are graph, embedding/);
  expect(await refusal('explanation.csv')).toContain('no node is in focus');
  expect(await refusal('training.png')).toContain('is not on screen');
  expect(await refusal('epochs.csv')).toContain('nothing has been trained yet');
  expect(await refusal('embedding@17.npy')).toContain('this trace has hops 0…16');
});

test('the dialog saves files under names that say what they are, and copies numbers for a spreadsheet', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await showNode24(page);
  await page.keyboard.press('s');
  const dialog = control(page, 'share-dialog');
  await expect(dialog).toContainText('at hop 3');
  const saved = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), control(page, name).click()]);
    await expect(dialog.getByRole('status').last()).toHaveText(`Saved: ${download.suggestedFilename()}`);
    return download.suggestedFilename();
  };
  expect(await saved('export-graph-png')).toBe('four-circles-of-friends-gcn-hop-3-graph.png');
  expect(await saved('export-measures-csv')).toMatch(/^four-circles-of-friends-gcn-measures\.csv$/);
  expect(await saved('save-session')).toBe('four-circles-of-friends.hopscope.json');
  await expect(control(page, 'export-epochs-csv')).toBeDisabled();
  await control(page, 'copy-nodes').click();
  await expect(dialog.getByRole('status').last()).toHaveText('Copied: 72 rows, for a spreadsheet');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n')[0]).toBe('id\tname\tclass\tdegree\tx\ty\tcolour');
});

test('by keyboard alone: a picture, numbers, and numbers for a spreadsheet', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await showNode24(page);
  await page.keyboard.press('s');
  const status = control(page, 'share-dialog').getByRole('status').last();
  for (const [name, file] of [
    ['export-embedding-svg', 'four-circles-of-friends-gcn-hop-3-embedding.svg'],
    ['export-embedding-npy', 'four-circles-of-friends-gcn-hop-3-embedding.npy'],
  ]) {
    await tabTo(page, name);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe(file);
    await expect(status).toHaveText(`Saved: ${file}`);
  }
  await tabTo(page, 'copy-nodes');
  await page.keyboard.press('Space');
  await expect(status).toHaveText('Copied: 72 rows, for a spreadsheet');
  await page.keyboard.press('Escape');
  await expect(control(page, 'share-dialog')).toBeHidden();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('a picture and numbers are taken along', async ({ page }) => {
    await showNode24(page);
    await page.locator('button[data-control="share"]').tap();
    for (const [name, file] of [
      ['export-graph-png', 'four-circles-of-friends-gcn-hop-3-graph.png'],
      ['export-explanation-json', 'four-circles-of-friends-gcn-hop-3-explanation.json'],
    ]) {
      const [download] = await Promise.all([page.waitForEvent('download'), control(page, name).tap()]);
      expect(download.suggestedFilename()).toBe(file);
    }
  });
});
