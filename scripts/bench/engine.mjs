import { coraLike } from './cora.mjs';
import { gcnRows } from './gcn-rows.mjs';
import { kernelRows } from './kernels.mjs';
import { measureRows } from './measure-rows.mjs';
import { row } from './row.mjs';
import { sceneRows } from './scene-rows.mjs';

/** @typedef {import('./row.mjs').Row} Row */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../../src/graph/plain').PlainGraph} PlainGraph */

/** @typedef {import('./gcn-rows.mjs').Comparison} Comparison */

/** @type {Comparison[]} */
const ON_CORA = [{ task: 'train', effort: { rounds: 4, times: 15 }, atMost: { pyg: 0.4 } }];
/** @type {Comparison[]} */
const ON_LARGE = [
  { task: 'forward', effort: { rounds: 3, times: 5 }, atMost: { pyg: 0.2, csr: 0.6 } },
  { task: 'train', effort: { rounds: 3, times: 3 }, atMost: { pyg: 0.3 } },
];
const HOPS = 64;
const RUNS = 200;

/**
 * What the kernels and the engine cost, in a page built for measuring them.
 * @param {import('@playwright/test').Browser} browser
 * @param {import('./bench-site.mjs').BenchSite} site
 * @param {import('./pyg.mjs').PyG} pyg
 * @returns {Promise<Row[]>}
 */
export async function measureEngine(browser, site, pyg) {
  const page = await site.open(browser);
  try {
    const { name, nodes, edges, features } = coraLike();
    /** @type {PlainGraph} */
    const graph = { nodes, edges, features };
    return [
      ...(await kernelRows(page, graph, name)),
      ...(await gcnRows(page, pyg, site.cora, 'wasm', ON_CORA)),
      ...(await gcnRows(page, pyg, site.large, 'wasm', ON_LARGE)),
      ...(await measureRows(page)),
      ...(await sceneRows(page)),
      ...(await traceRows(page, graph, name)),
      await memoryRow(page, graph),
    ];
  } finally {
    await page.close();
  }
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
    row(`trace of ${HOPS} hops on WASM`, wasm, 'ms', {
      note: `${name}, input by row, width 16; measures and projections included`,
    }),
    row(`the same on the plain loop (CPU backend)`, plain, 'ms'),
    row('WASM against the plain loop', wasm && plain && plain / wasm, '×'),
  ];
}

/** @type {(page: Page, graph: PlainGraph) => Promise<Row>} */
async function memoryRow(page, graph) {
  const name = `growth of device memory over ${RUNS} runs`;
  const report = await page.evaluate(({ graph, runs }) => globalThis.bench?.memory(graph, runs), { graph, runs: RUNS });
  if (!report) throw new Error('the benchmark page is not there');
  const { backend, busiest, first, last } = report;
  if (busiest === 0)
    return row(name, null, 'bytes', { atMost: 0, note: 'the meter reads 0 even while a run is under way' });
  const note = `opening scene, ${backend}; held after the first run ${first.bytes} bytes, after the last ${last.bytes}; while running Cora's size up to ${busiest}`;
  return row(name, last.bytes - first.bytes, 'bytes', { atMost: 0, note });
}
