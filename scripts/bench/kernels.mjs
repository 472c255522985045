import { row } from './row.mjs';

/** @typedef {import('./row.mjs').Row} Row */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../../src/graph/plain').PlainGraph} PlainGraph */

const WIDTH = 64;
const HEADS = 8;

/**
 * The kernels against what one would use instead.
 * @type {(page: Page, graph: PlainGraph, name: string) => Promise<Row[]>}
 */
export async function kernelRows(page, graph, name) {
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
  const times = await page.evaluate(({ graph, heads, width }) => globalThis.bench?.attention(graph, heads, width), {
    graph,
    heads: HEADS,
    width: WIDTH / HEADS,
  });
  if (!times) throw new Error('the benchmark page is not there');
  if (times.difference > 1e-4) throw new Error(`the two attentions differ by ${times.difference}`);
  const note = `${graph.nodes} × ${times.arcs}, ${HEADS} heads × ${WIDTH / HEADS}, ${name}, software adapter`;
  return [
    row('GAT, our kernels on WebGPU', times.fused, 'ms', { note }),
    row('GAT, composed of stock operations on WebGPU', times.composed, 'ms'),
    row('fused attention against composed', times.composed / times.fused, '×'),
  ];
}
