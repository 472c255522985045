import { row } from './row.mjs';

/** @typedef {import('./row.mjs').Row} Row */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./cora.mjs').CoraLike} CoraLike */
/** @typedef {import('../../src/graph/plain').PlainGraph} PlainGraph */

const WIDTH = 64;
const HEADS = 8;

/**
 * The kernels against what one would use instead.
 * @param {Page} page
 * @param {CoraLike} cora
 * @returns {Promise<Row[]>}
 */
export async function kernelRows(page, { name, ...graph }) {
  return [...(await spmmRows(page, graph, name)), ...(await attentionRows(page, graph, name))];
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
async function attentionRows(page, graph, name) {
  const rows = [];
  for (const backend of /** @type {const} */ (['webgpu', 'wasm'])) {
    const where = backend === 'wasm' ? 'WASM' : 'WebGPU';
    for (const layer of /** @type {const} */ (['gat', 'gatv2'])) {
      const what = layer === 'gat' ? 'GAT' : 'GATv2';
      const shape = { layer, heads: HEADS, width: WIDTH / HEADS };
      const times = await page.evaluate(
        ({ graph, shape, backend }) => globalThis.bench?.attention(graph, shape, backend),
        { graph, shape, backend },
      );
      if (!times) throw new Error('the benchmark page is not there');
      if (times.difference > 1e-4) throw new Error(`the two results of ${what} differ by ${times.difference}`);
      const note = `${graph.nodes} × ${times.arcs}, ${HEADS} heads × ${WIDTH / HEADS}, forward, ${name}`;
      rows.push(
        row(`${what}, our kernels on ${where}`, times.fused, 'ms', {
          note: backend === 'wasm' ? note : `${note}, software adapter`,
        }),
        row(`${what}, composed of stock operations on ${where}`, times.composed, 'ms'),
        row(`fused ${what} against composed on ${where}`, times.composed / times.fused, '×'),
      );
    }
  }
  return rows;
}
