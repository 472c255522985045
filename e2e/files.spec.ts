import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { GraphSummary } from '../src/graph/summary';
import { control, drop, expect, open, test } from './app';
import { DATASETS_THERE, datasetPath } from './datasets';
import { fileAt, fixture, fixtureFolder, type NamedFile, notFinite, outcomeOf, textFile } from './outcome';

/** What each good fixture holds; `edges.csv` alone lacks the loner, who is only in its node table. */
const TRIANGLE = { nodes: 4, edges: 5, directed: false, weighted: true, selfLoops: 1, duplicates: 1, isolated: 1 };
const LABELLED = { ...TRIANGLE, classes: 2, homophily: 1 / 4 };
const GOOD: Record<string, Partial<GraphSummary>> = {
  'triangle.gexf': LABELLED,
  'triangle.gexf.gz': LABELLED,
  'triangle.graphml': { ...TRIANGLE, classes: 2 },
  'graphology.json': LABELLED,
  'd3.json': LABELLED,
  'plain.json': { ...LABELLED, features: 2 },
  'tables.zip': { ...LABELLED, relations: 3 },
  'networkx.json': { nodes: 3, edges: 3, directed: true, weighted: true, classes: 2, components: 2 },
  'cytoscape.json': { nodes: 3, edges: 2, weighted: true, classes: 0, homophily: null },
  'edges.csv': { nodes: 3, edges: 5, weighted: true, relations: 3 },
  'edges.tsv': { nodes: 3, edges: 2, weighted: false },
  'csr.npz': { nodes: 4, edges: 4 },
  'heterophilous.npz': { nodes: 4, edges: 3 },
};

const summary = (page: Page) => page.evaluate(() => window.hopscope.graph());

/** Waits for the trace of what `act` brings, and checks the graph, its trace and that nothing was complained about. */
async function reads(page: Page, figures: Partial<GraphSummary>, act: () => Promise<unknown>): Promise<void> {
  const { hops } = await page.evaluate(() => window.hopscope.recipe());
  expect(await outcomeOf(page, 'any', act)).toMatchObject({ hops });
  const graph = await summary(page);
  expect(graph).toMatchObject(figures);
  expect(await page.evaluate(() => window.hopscope.measures().length)).toBe(hops + 1);
  expect(await notFinite(page)).toBe(0);
  await expect(control(page, 'notice')).toHaveCount(0);
  await expect(control(page, 'graph')).toContainText(graph.name);
  await expect(control(page, 'graph-details')).toContainText(`${graph.nodes.toLocaleString('en')} nodes`);
}

test('every format is read when it is dropped, and traced to the last hop', async ({ page }) => {
  expect(Object.keys(GOOD).concat('nodes.csv').sort()).toEqual(readdirSync(fixtureFolder('good')).sort());
  await open(page, '?backend=wasm');
  for (const [name, figures] of Object.entries(GOOD)) {
    await test.step(name, () => reads(page, figures, () => drop(page, [fixture(`good/${name}`)])));
  }
});

test('an edge list and its node table come in either order; the class column is chosen by name', async ({ page }) => {
  const tables = [fixture('good/edges.csv'), fixture('good/nodes.csv')];
  await open(page, '?backend=wasm');
  await reads(page, { ...LABELLED, relations: 3 }, () => drop(page, tables));
  await reads(page, { ...LABELLED, relations: 3 }, () => drop(page, tables.toReversed()));
  await control(page, 'graph').click();
  await control(page, 'label-column').fill('age');
  await reads(page, { nodes: 4, edges: 5, classes: 4, homophily: 0 }, () =>
    control(page, 'open-file-input').setInputFiles(
      tables.map(({ name, bytes }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) })),
    ),
  );
  await control(page, 'colour-class').check({ force: true });
  await expect(control(page, 'graph-panel').getByRole('list', { name: 'Class' })).toContainText('36');
});

test('text is read from the box, with edges that point one way, and pasted anywhere on the page', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '?backend=wasm');
  await control(page, 'graph').click();
  await control(page, 'paste').fill('from,to\na,b\nb,c\nc,a\n');
  await control(page, 'read-directed').check();
  await expect(control(page, 'read-pasted')).toContainText('4 lines');
  await reads(page, { nodes: 3, edges: 3, directed: true }, () => control(page, 'read-pasted').click());

  await page.evaluate(() => navigator.clipboard.writeText('source\ttarget\n1\t2\n2\t3\n3\t4\n4\t1\n'));
  await reads(page, { nodes: 4, edges: 4, directed: false }, () => page.keyboard.press('Control+V'));
  await control(page, 'find-node').focus();
  await page.keyboard.press('Control+V');
  await expect(control(page, 'find-node')).not.toHaveValue('');
  expect(await summary(page)).toMatchObject({ nodes: 4 });
});

for (const [where, address] of [
  ['beside the site', 'graphs/friends.csv'],
  ['on another site', 'https://graphs.example/friends.csv'],
  ['on another site, gzipped', 'https://graphs.example/friends.csv.gz?raw=true'],
] as const) {
  test(`an address opens a graph file ${where}, and again after a reload`, async ({ page }) => {
    const { bytes } = fixture('good/edges.csv');
    await page.route('**/friends.csv*', (route) =>
      route.fulfill({
        body: address.includes('.gz') ? gzipSync(bytes) : Buffer.from(bytes),
        headers: { 'access-control-allow-origin': '*' },
      }),
    );
    await open(page, `?backend=wasm&graph=${encodeURIComponent(address)}`);
    expect(await summary(page)).toMatchObject({ name: 'friends', nodes: 3, edges: 5, relations: 3 });
    expect(await notFinite(page)).toBe(0);
    await expect(control(page, 'notice')).toHaveCount(0);
    await page.evaluate(() => window.hopscope.hop(5));
    await expect.poll(() => page.url()).toContain('hop=5');
    await page.reload();
    expect(await page.evaluate(() => window.hopscope.ready.then(() => window.hopscope.session()))).toMatchObject({
      lanes: [{ dataset: { kind: 'url', url: new URL(address, page.url()).href } }],
      hop: 5,
    });
    await page.goto(await page.evaluate(() => window.hopscope.share()));
    await page.evaluate(() => window.hopscope.ready);
    expect(await summary(page)).toMatchObject({ name: 'friends', nodes: 3, edges: 5 });
  });
}

test('markup in names, classes, ids and file names is text', async ({ page }) => {
  const bait = '<img src=x onerror="window.baited=1">';
  await open(page, '?backend=wasm');
  const images = await page.locator('img').count();
  const nodes = [
    { id: bait, label: `${bait} Ada`, class: bait },
    { id: 'b', label: '<script>window.baited=1</script>', class: '<b>bold</b>' },
    { id: 'c', label: '&lt;i&gt; {{7*7}}', class: '<b>bold</b>' },
  ];
  const links = [
    { source: bait, target: 'b' },
    { source: 'b', target: 'c' },
  ];
  const graph = textFile(`${bait}.json`, JSON.stringify({ nodes, links }));
  await reads(page, { nodes: 3, edges: 2, classes: 2 }, () => drop(page, [graph]));
  await control(page, 'colour-class').check({ force: true });
  const inspector = control(page, 'inspector');
  await control(page, 'find-node').fill('script');
  await expect(control(page, 'found-node')).toContainText('<script>window.baited=1</script> <b>bold</b>');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await expect(inspector.getByRole('heading', { level: 2 })).toContainText('<script>window.baited=1</script>');
  await expect(control(page, 'message-sender').first()).toContainText(/<img|&lt;i&gt; \{\{7\*7\}\}/);
  await expect(control(page, 'graph-panel')).toContainText('<b>bold</b>');
  await expect(control(page, 'graph-panel')).toContainText('<script>window.baited=1</script> now hears from');
  await expect(control(page, 'graph')).toContainText(bait);
  await drop(page, [textFile(`${bait}.csv`, `${bait}`)]);
  await expect(control(page, 'notice')).toContainText(bait);

  const { left, baited } = await page.evaluate(() => ({
    left: document.querySelectorAll('img, b, i, body script').length,
    baited: 'baited' in window,
  }));
  expect({ left, baited }).toEqual({ left: images + (await page.locator('body script').count()), baited: false });
});

test.describe('real files', () => {
  const real = (path: string): NamedFile => fileAt(datasetPath(path));
  const dropped: [title: string, files: string[], figures: Partial<GraphSummary>][] = [
    ['the karate club', ['karate/edges.csv', 'karate/labels.csv'], { nodes: 34, edges: 78, classes: 2, components: 1 }],
    ['Les Misérables', ['lesmis/edges_weighted.csv', 'lesmis/nodes.csv'], { nodes: 77, edges: 254, weighted: true }],
    ['Texas', ['heterophilous/texas_4_classes.npz'], { nodes: 183, features: 1703, classes: 5 }],
    ['Cora', ['npz/cora.npz'], { nodes: 2708, edges: 5278, features: 1433, classes: 7, directed: false }],
    ['Actor', ['heterophilous/actor.npz'], { nodes: 7600, features: 932, classes: 5 }],
  ];
  for (const [title, files, figures] of DATASETS_THERE ? dropped : []) {
    test(`${title} is dropped and traced`, async ({ page }) => {
      await open(page, '?backend=wasm');
      await page.evaluate(() => window.hopscope.run({ conv: 'gcn', hops: 4 }));
      await reads(page, figures, () => drop(page, files.map(real)));
    });
  }
});
