import { row } from './row.mjs';

/** @typedef {import('./row.mjs').Row} Row */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../../src/graph/plain').PlainGraph} PlainGraph */

const WIDTH = 64;
const HEADS = 8;
const LARGE = { nodes: 100_000, arcs: 1_000_000 };
/** Milliseconds of PyTorch Geometric 2.6.1 on two CPU cores, measured apart: for the order of magnitude. */
const PYG = { coraStep: 42, forward: 848, trainStep: 2400 };

/**
 * The kernels against what one would use instead.
 * @type {(page: Page, graph: PlainGraph, name: string) => Promise<Row[]>}
 */
export async function kernelRows(page, graph, name) {
  return [
    ...(await spmmRows(page, graph, name)),
    ...(await attentionRows(page, graph, name)),
    await trainingRow(page, graph, name),
    ...(await largeRows(page)),
  ];
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

const beside = (/** @type {number} */ pyg) => `PyG on two cores, measured apart: ${pyg.toLocaleString('en')} ms`;

/** @type {(page: Page, graph: PlainGraph, name: string) => Promise<Row>} */
async function trainingRow(page, graph, name) {
  const time = await page.evaluate(({ graph, width }) => globalThis.bench?.trainStep(graph, width), {
    graph,
    width: WIDTH,
  });
  if (!time) throw new Error('the benchmark page is not there');
  const note = `${name}, two layers, hidden ${WIDTH}; ${beside(PYG.coraStep)}`;
  return row('training step of GCN on WASM', time, 'ms', { note });
}

/** @type {(page: Page) => Promise<Row[]>} */
async function largeRows(page) {
  const times = await page.evaluate(({ nodes, arcs, width }) => globalThis.bench?.large(nodes, arcs, width), {
    ...LARGE,
    width: WIDTH,
  });
  if (!times) throw new Error('the benchmark page is not there');
  const note = `random, ${LARGE.nodes.toLocaleString('en')} × ${LARGE.arcs.toLocaleString('en')} × ${WIDTH}, one thread`;
  return [
    row('SpMM with edge weights on WASM', times.spmm, 'ms', { note }),
    row('two GCN layers forward on WASM', times.forward, 'ms', { note: beside(PYG.forward) }),
    row('training step of the same on WASM', times.trainStep, 'ms', { note: beside(PYG.trainStep) }),
  ];
}
