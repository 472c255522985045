import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { row } from './row.mjs';
import { visit } from './visit.mjs';

/** @typedef {import('./row.mjs').Row} Row */
/** @typedef {import('@playwright/test').Page} Page */

const FONTS = ['.woff', '.woff2', '.ttf'];
const PATIENCE = 60_000;
/** First visits, each with nothing kept from another. */
const VISITS = 5;
/** Milliseconds from the request for the page to its first graph. */
const FIRST_GRAPH = 1000;

/**
 * What the built site costs the visitor: bytes before the first picture and before the first trace, and a step.
 * The app says when each has happened by a performance mark, and measures each step, under these names.
 */
const MARKS = { paint: 'hopscope:first-paint', trace: 'hopscope:first-trace', step: 'hopscope:step' };

/**
 * @param {import('@playwright/test').Browser} browser
 * @returns {Promise<Row[]>}
 */
export async function siteRows(browser) {
  const rows = await visit(browser, async (page, asked) => {
    const paint = await markTime(page, MARKS.paint);
    const trace = await markTime(page, MARKS.trace);
    const backend = trace === null ? null : await page.evaluate(() => window.hopscope?.backend().name);
    const kilobytes = (/** @type {number | null} */ until) =>
      until === null ? null : gzipped(asked.filter(({ at }) => at <= until).map(({ file }) => file)) / 1000;
    return [
      row('fetched before the first painted graph', kilobytes(paint), 'KB gzipped', {
        atMost: 220,
        note: noteOf(paint, MARKS.paint),
      }),
      row('fetched before the opening trace on WebGPU', backend === 'webgpu' ? kilobytes(trace) : null, 'KB gzipped', {
        atMost: 480,
        note: backend === null || backend === 'webgpu' ? noteOf(trace, MARKS.trace) : `it was computed on ${backend}`,
      }),
      await stepRow(page),
    ];
  });
  return [...rows, await firstGraphRow(browser)];
}

/** @type {(mark: number | null, name: string) => string} */
const noteOf = (mark, name) => (mark === null ? `the page set no mark ${name}` : 'fonts apart');

/** @param {string[]} files @returns {number} bytes when each is gzipped on its own, fonts left out. */
function gzipped(files) {
  return [...new Set(files)]
    .filter((file) => !FONTS.includes(extname(file)))
    .reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
}

/**
 * When the page set a mark, on this machine's clock.
 * @param {Page} page
 * @param {string} name
 * @returns {Promise<number | null>} null when it did not within the time it is given.
 */
async function markTime(page, name) {
  const times = await page
    .waitForFunction(
      (mark) => performance.getEntriesByName(mark).map((entry) => performance.timeOrigin + entry.startTime)[0],
      name,
      { timeout: PATIENCE },
    )
    .catch(() => null);
  return times ? ((await times.jsonValue()) ?? null) : null;
}

/**
 * When the first graph stands on the screen of one who comes for the first time.
 * @param {import('@playwright/test').Browser} browser
 * @returns {Promise<Row>}
 */
async function firstGraphRow(browser) {
  const taken = [];
  for (let time = 0; time < VISITS; time++) {
    taken.push(
      await visit(browser, async (page) => {
        const at = await markTime(page, MARKS.paint);
        if (at === null) throw new Error(noteOf(at, MARKS.paint));
        return at - (await page.evaluate(() => performance.timeOrigin));
      }),
    );
  }
  taken.sort((a, b) => a - b);
  return row('from the request to the first painted graph', taken[VISITS >> 1] ?? null, 'ms', {
    atMost: FIRST_GRAPH,
    note: `median of ${VISITS} first visits to this machine’s own server, least ${taken[0]?.toFixed()} ms`,
  });
}

/**
 * Steps through the opening scene by key, one hop after the other, and reads what the page measured.
 * @param {Page} page
 * @returns {Promise<Row>}
 */
async function stepRow(page) {
  const name = 'one step on the page’s thread, opening scene';
  const count = () => page.evaluate((measure) => performance.getEntriesByName(measure).length, MARKS.step);
  const hops = await page.evaluate(() => (window.hopscope ? window.hopscope.measures().length - 1 : 0));
  for (let step = 1; step <= hops; step++) {
    const before = await count();
    await page.keyboard.press('ArrowRight');
    const arrived = page.waitForFunction(
      ([measure, least]) => performance.getEntriesByName(String(measure)).length > Number(least),
      [MARKS.step, before],
      { timeout: 5000 },
    );
    if (!(await arrived.catch(() => null))) break;
  }
  const taken = await page.evaluate(
    (measure) => performance.getEntriesByName(measure).map((entry) => entry.duration),
    MARKS.step,
  );
  if (taken.length === 0) return row(name, null, 'ms', { atMost: 4, note: `the page measured no ${MARKS.step}` });
  taken.sort((a, b) => a - b);
  const median = taken[taken.length >> 1] ?? null;
  const worst = taken.at(-1)?.toFixed(2);
  return row(name, median, 'ms', { atMost: 4, note: `median of ${taken.length}, worst ${worst} ms` });
}
