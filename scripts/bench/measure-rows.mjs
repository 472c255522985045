import { row } from './row.mjs';

const NODES = 100_000;
const EDGES = 500_000;
const WIDTH = 64;

/**
 * What the measures of one hop cost, counted in sparse products of the same graph and width.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<import('./row.mjs').Row[]>}
 */
export async function measureRows(page) {
  const times = await page.evaluate(
    ([nodes, edges, width]) => globalThis.bench?.measures(nodes, edges, width),
    [NODES, EDGES, WIDTH],
  );
  if (!times) throw new Error('the benchmark page is not there');
  const graph = `random, ${NODES} nodes × ${times.arcs} arcs with weights × ${WIDTH}`;
  const spmm = `one SpMM with edge weights: ${times.spmm.toFixed(1)} ms`;
  return [
    row('all measures of one hop', times.hop, 'ms', {
      note: `${graph}; and ${Math.round(times.context)} ms once a graph`,
    }),
    row('all measures of one hop against one SpMM on WASM', times.hop / times.spmm, '×', { atMost: 3, note: spmm }),
    row('the same without colDiff, effectiveRank and numericalRank', times.nodeLevel / times.spmm, '×', {
      atMost: 3,
      note: `only sums over nodes, edges and pairs of nodes: ${times.nodeLevel.toFixed(1)} ms`,
    }),
  ];
}
