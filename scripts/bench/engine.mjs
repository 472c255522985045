import { row } from './row.mjs';

/** @typedef {import('./row.mjs').Row} Row */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./cora.mjs').CoraLike} CoraLike */
/** @typedef {import('../../src/graph/plain').PlainGraph} PlainGraph */

const HOPS = 64;
const RUNS = 200;

/**
 * What a trace costs, and what a run leaves on the device.
 * @param {Page} page
 * @param {CoraLike} cora
 * @returns {Promise<Row[]>}
 */
export async function engineRows(page, { name, ...graph }) {
  return [...(await traceRows(page, graph, name)), await memoryRow(page, graph)];
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
