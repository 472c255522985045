import { interactionsIn, MARK, TRACED } from './interactions.mjs';
import { row } from './row.mjs';
import { atRest, visit } from './visit.mjs';

/** @typedef {import('./row.mjs').Row} Row */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Browser} Browser */

/** Milliseconds from a key, press or drag to the next picture. */
const INTERACTION = 100;
const STEPS = 1000;
/** Megabytes. */
const GROWTH = 5;

/** Interactions with the opening scene, as a visitor has them. */
const KEYS = ['ArrowRight', 'ArrowRight', 'm', 'ArrowRight', 'm', 'ArrowLeft', 'End', 'Home', 'f', 'l', 'Escape'];
const PRESSES = ['colour-class', 'colour-degree', 'colour-embedding', 'step-forward', 'scale-zoomed', 'scale-true'];
/** Nodes that are clicked and then stepped with. */
const NODES = [3, 40];

/**
 * How the opening scene answers, and what it leaves behind.
 * @param {Browser} browser
 * @returns {Promise<Row[]>}
 */
export function useRows(browser) {
  return visit(browser, async (page) => {
    await atRest(page);
    return [...(await interactionRows(browser, page)), ...(await stepMemoryRows(page))];
  });
}

/**
 * The slowest answer, as browsers measure INP: until the next picture is on the screen. What it takes to draw that depends on
 * the machine's graphics; what the page's own thread does before is the page's doing alone, and has a row of its own.
 * @param {Browser} browser
 * @param {Page} page
 * @returns {Promise<Row[]>}
 */
async function interactionRows(browser, page) {
  await browser.startTracing(page, { categories: TRACED });
  await interact(page);
  const interactions = interactionsIn(JSON.parse(String(await browser.stopTracing())).traceEvents);
  const slowest = (/** @type {'latency' | 'thread'} */ time) => interactions.toSorted((a, b) => b[time] - a[time])[0];
  const [toPicture, onThread] = [slowest('latency'), slowest('thread')];
  if (!toPicture || !onThread) throw new Error('the trace has no interaction in it');
  return [
    row('from a key, press or drag to the next picture, opening scene', toPicture.latency, 'ms', {
      atMost: INTERACTION,
      note: `the slowest of ${interactions.length} (${toPicture.name}), by event timing; of it ${toPicture.thread.toFixed(1)} ms of the processor for the page’s thread`,
    }),
    row('processor time of the page’s thread in one of these', onThread.thread, 'ms', {
      atMost: INTERACTION / 2,
      note: `the most of all (${onThread.name}): scripts, style, layout and paint; the rest of the time it waits for the graphics, here software`,
    }),
  ];
}

/** @param {Page} page */
async function interact(page) {
  const answered = async (/** @type {string} */ name, /** @type {() => Promise<void>} */ act) => {
    await page.evaluate((mark) => void performance.mark(mark), MARK + name);
    await act();
    await nextPicture(page);
  };
  const key = (/** @type {string} */ name) => answered(`key ${name}`, () => page.keyboard.press(name));
  for (const name of KEYS) await key(name);
  for (const control of PRESSES) {
    const label = page.locator(`label:has([data-control="${control}"]), button[data-control="${control}"]`).first();
    await answered(`press ${control}`, () => label.click());
  }
  for (const node of NODES) {
    const { x, y } = await placeOf(page, node);
    await answered('press a node', () => page.mouse.click(x, y));
    await key('ArrowRight');
    await answered('drag a node', () => drag(page, { x, y }));
    await key('Escape');
  }
  const box = await page.locator('[data-control="graph-view"]').boundingBox();
  if (!box) throw new Error('the graph view is not on screen');
  await answered('drag the view', () => drag(page, { x: box.x + 12, y: box.y + box.height / 2 }));
}

/** @type {(page: Page, node: number) => Promise<{ x: number, y: number }>} */
async function placeOf(page, node) {
  const place = await page.evaluate((index) => window.hopscope?.viewportOf('graph', index), node);
  if (!place) throw new Error('the page is not there');
  return place;
}

/** @type {(page: Page, from: { x: number, y: number }) => Promise<void>} */
async function drag(page, { x, y }) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y + 20, { steps: 6 });
  await page.mouse.up();
}

/**
 * What many steps leave in the page's heap, garbage collected, and with the engine.
 * @param {Page} page with the opening scene
 * @returns {Promise<Row[]>}
 */
async function stepMemoryRows(page) {
  const session = await page.context().newCDPSession(page);
  const held = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const engine = await page.evaluate(() => window.hopscope?.memory());
    if (!engine) throw new Error('the page is not there');
    return { heap: usedSize / 1e6, bytes: engine.bytes + engine.traceBytes, tensors: engine.tensors };
  };
  const walk = (/** @type {number} */ steps) =>
    page.evaluate(async (count) => {
      const { hopscope } = window;
      if (!hopscope) throw new Error('the page is not there');
      const hops = hopscope.measures().length;
      for (let step = 1; step <= count; step++) {
        hopscope.hop(step % hops);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    }, steps);
  // What the first round fills is kept for good: one entry a hop.
  await walk(2 * 17);
  const before = await held();
  await walk(STEPS);
  const after = await held();
  const over = `over ${STEPS.toLocaleString('en')} steps, opening scene`;
  return [
    row(`growth of the page’s heap ${over}`, after.heap - before.heap, 'MB', {
      atMost: GROWTH,
      note: `a frame each, garbage collected: from ${before.heap.toFixed(1)} to ${after.heap.toFixed(1)} MB`,
    }),
    row(`growth of what the engine holds ${over}`, after.bytes - before.bytes, 'bytes', {
      atMost: 0,
      note: `on the device and in the trace: ${after.bytes} bytes; tensors before ${before.tensors}, after ${after.tensors}`,
    }),
  ];
}

/** @param {Page} page */
function nextPicture(page) {
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  );
}
