import { row } from './row.mjs';

/** @typedef {import('./row.mjs').Row} Row */

/** Milliseconds a frame may take of the page's thread. */
const GRAPHS = [
  { nodes: 10_000, edges: 30_000, frame: 0.5 },
  { nodes: 100_000, edges: 200_000, frame: 1 },
];
const RETARGET = 20;

/**
 * What a hop takes of the page's thread where many nodes move, beside Sigma's own animation of the same graph in the same run.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<Row[]>}
 */
export async function sceneRows(page) {
  /** @type {Row[]} */
  const rows = [];
  for (const { nodes, edges, frame } of GRAPHS) {
    const times = await page.evaluate(([n, e]) => globalThis.bench?.scene(n, e), /** @type {const} */ ([nodes, edges]));
    if (!times) throw new Error('the benchmark page is not there');
    const of = `${nodes.toLocaleString('en')} nodes`;
    rows.push(
      row(`a frame of a hop, ${of}`, times.frame, 'ms', {
        atMost: frame,
        note: `random, ${edges.toLocaleString('en')} edges, places, sizes and colours; the page’s thread, median of ${times.frames}; drawing itself is the graphics process’s`,
      }),
      row(`the same by Sigma’s animateNodes, ${of}`, times.sigma, 'ms', { note: 'places and sizes' }),
      row(`setting out for another hop, ${of}`, times.retarget, 'ms', {
        atMost: RETARGET,
        note: 'also in the midst of a motion; its first frame and uploads included',
      }),
      row(`time to the next picture of a step, ${of}`, times.picture, 'ms', {
        note: `drawn to the end by the graphics, 1000 × 750; with all lines ${(times.fullPicture / times.picture).toFixed(1)} times as long`,
      }),
      row(`names finding their places afterwards, ${of}`, times.settle, 'ms'),
    );
  }
  return rows;
}
