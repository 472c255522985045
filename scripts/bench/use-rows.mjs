import { row } from './row.mjs';

/** @typedef {import('./row.mjs').Row} Row */
/** @typedef {import('@playwright/test').Page} Page */

/** Milliseconds from a key or a press to the next picture. */
const INTERACTION = 100;
const STEPS = 1000;
/** Megabytes. */
const GROWTH = 5;

/** Interactions with the opening scene, as a visitor has them. */
const KEYS = ['ArrowRight', 'ArrowRight', 'm', 'ArrowRight', 'm', 'ArrowLeft', 'End', 'Home', 'f', 'l', 'Escape'];
const PRESSES = ['colour-class', 'colour-degree', 'colour-embedding', 'step-forward', 'scale-zoomed', 'scale-true'];

/**
 * The slowest answer to keys and presses, as browsers measure INP: until the next picture is on the screen.
 * @param {Page} page with the opening scene
 * @returns {Promise<Row>}
 */
export async function interactionRow(page) {
  const heard = await page.evaluateHandle(() => {
    /** @type {{ id: number, name: string, duration: number }[]} */
    const entries = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { interactionId } = /** @type {PerformanceEventTiming & { interactionId: number }} */ (entry);
        if (interactionId > 0) entries.push({ id: interactionId, name: entry.name, duration: entry.duration });
      }
    }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 }));
    return entries;
  });
  for (const key of KEYS) {
    await page.keyboard.press(key);
    await nextPicture(page);
  }
  for (const control of PRESSES) {
    await page.locator(`label:has([data-control="${control}"]), button[data-control="${control}"]`).first().click();
    await nextPicture(page);
  }
  const entries = await heard.jsonValue();
  const slowest = entries.reduce((worst, entry) => (entry.duration > worst.duration ? entry : worst), {
    name: 'none took 16 ms',
    duration: 0,
  });
  return row('from a key or press to the next picture, opening scene', slowest.duration, 'ms', {
    atMost: INTERACTION,
    note: `the slowest of ${KEYS.length + PRESSES.length} interactions (${slowest.name}), in steps of 8 ms, by event timing`,
  });
}

/**
 * What the page's heap has grown by after many steps, garbage collected.
 * @param {Page} page with the opening scene
 * @returns {Promise<Row>}
 */
export async function stepMemoryRow(page) {
  const session = await page.context().newCDPSession(page);
  const used = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
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
  const before = await used();
  await walk(STEPS);
  return row(`growth of the page’s heap over ${STEPS.toLocaleString('en')} steps`, (await used()) - before, 'MB', {
    atMost: GROWTH,
    note: 'opening scene, a frame each, after a garbage collection',
  });
}

/** @param {Page} page */
function nextPicture(page) {
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  );
}
