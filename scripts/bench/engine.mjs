import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../prepare.mjs';
import { serve } from '../serve.mjs';
import { coraLike } from './cora.mjs';
import { row } from './row.mjs';

/** @typedef {import('./row.mjs').Row} Row */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../../src/graph/plain').PlainGraph} PlainGraph */

const WIDTH = 64;
const HOPS = 64;
const RUNS = 200;

/**
 * What the kernels and the engine cost, in a page built for measuring them.
 * @param {import('@playwright/test').Browser} browser
 * @returns {Promise<Row[]>}
 */
export async function measureEngine(browser) {
  const directory = await buildPage();
  const site = await serve({ directory });
  const page = await browser.newPage();
  try {
    const failed = new Promise((_, reject) => page.once('pageerror', reject));
    await page.goto(`${site.url}scripts/bench/page.html`);
    await Promise.race([page.waitForFunction(() => globalThis.bench !== undefined), failed]);
    const { name, nodes, edges, features } = coraLike();
    /** @type {PlainGraph} */
    const graph = { nodes, edges, features };
    return [...(await spmmRows(page, graph, name)), ...(await traceRows(page, graph, name)), await memoryRow(page)];
  } finally {
    await page.close();
    await site.close();
  }
}

/** @returns {Promise<string>} the folder it is in. */
async function buildPage() {
  const directory = join(ROOT, '.cache', 'bench');
  await build({
    root: ROOT,
    logLevel: 'warn',
    build: {
      outDir: directory,
      emptyOutDir: true,
      copyPublicDir: false,
      rolldownOptions: { input: join(ROOT, 'scripts', 'bench', 'page.html') },
    },
  });
  return directory;
}

/** @type {(page: Page, graph: PlainGraph, name: string) => Promise<Row[]>} */
async function spmmRows(page, graph, name) {
  const times = await page.evaluate(({ graph, width }) => globalThis.bench?.spmm(graph, width), {
    graph,
    width: WIDTH,
  });
  if (!times) throw new Error('the benchmark page is not there');
  if (times.difference > 1e-4) throw new Error(`the three sums differ by ${times.difference}`);
  const note = `${graph.nodes} × ${times.arcs} × ${WIDTH}, ${name}, software adapter`;
  return [
    row('SpMM, our kernel on WebGPU', times.kernel, 'ms', { note }),
    row('tf.gather + tf.unsortedSegmentSum on WebGPU', times.gatherAndSegmentSum, 'ms'),
    row('SpMM, plain loop', times.plain, 'ms'),
    row('our kernel against gather + segment sum', times.gatherAndSegmentSum / times.kernel, '×', { atLeast: 60 }),
  ];
}

/** @type {(page: Page, graph: PlainGraph, name: string) => Promise<Row[]>} */
async function traceRows(page, graph, name) {
  const time = async (/** @type {'wasm' | 'cpu'} */ backend) =>
    (await page.evaluate(({ graph, hops, backend }) => globalThis.bench?.trace(graph, hops, backend), {
      graph,
      hops: HOPS,
      backend,
    })) ?? null;
  const wasm = await time('wasm');
  const plain = await time('cpu');
  return [
    row(`trace of ${HOPS} hops on WASM`, wasm, 'ms', { note: `${name}, input by row, width 16` }),
    row(`trace of ${HOPS} hops on the plain loop`, plain, 'ms'),
    row('WASM against the plain loop', wasm && plain && plain / wasm, '×'),
  ];
}

/** @type {(page: Page) => Promise<Row>} */
async function memoryRow(page) {
  const report = await page.evaluate((runs) => globalThis.bench?.memory(runs), RUNS);
  if (!report) throw new Error('the benchmark page is not there');
  const { backend, first, last } = report;
  const note = `${first.bytes} bytes in ${first.tensors} tensors after the first, ${last.bytes} in ${last.tensors} after the last, ${backend}`;
  return row(`growth of device memory over ${RUNS} runs`, last.bytes - first.bytes, 'bytes', { atMost: 0, note });
}
