import { join } from 'node:path';
import { ROOT } from '../prepare.mjs';
import { serve } from '../serve.mjs';
import { row } from './row.mjs';
import { BASE } from './visit.mjs';

/** @typedef {import('./row.mjs').Row} Row */

/** @type {{ id: 'performance' | 'accessibility' | 'best-practices', atLeast: number }[]} */
const CATEGORIES = [
  { id: 'performance', atLeast: 95 },
  { id: 'accessibility', atLeast: 100 },
  { id: 'best-practices', atLeast: 100 },
];
/** One run's performance is chance. */
const RUNS = 3;
/** A port of its own: another browser may listen on the usual one. */
const PORT = 9333;
/** A visitor's browser: WebGL in software where there is no GPU, and no WebGPU then, so that the trace is computed on WASM. */
const ARGUMENTS = ['--no-sandbox', '--enable-unsafe-swiftshader', `--remote-debugging-port=${PORT}`];
/** Milliseconds from which on Lighthouse counts a task as blocking, and how many of blocking its desktop preset finds good. */
const LONG = 50;
const BLOCKING = 150;

/**
 * Lighthouse's scores of the built site, by its desktop preset, in a browser of its own.
 * @param {string} executablePath
 * @returns {Promise<Row[]>}
 */
export async function lighthouseRows(executablePath) {
  const { default: lighthouse, desktopConfig } = await import('lighthouse');
  const { chromium } = await import('@playwright/test');
  const site = await serve({ directory: join(ROOT, 'dist'), base: BASE, gzip: true });
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  try {
    const flags = {
      port: PORT,
      logLevel: /** @type {const} */ ('error'),
      onlyCategories: CATEGORIES.map(({ id }) => id),
    };
    /** @type {import('lighthouse').RunnerResult[]} */
    const results = [];
    for (let run = 0; run < RUNS; run++) {
      const result = await lighthouse(site.url, flags, desktopConfig);
      if (!result) throw new Error(`Lighthouse gave no result for ${site.url}`);
      results.push(result);
    }
    const scoreOf = (/** @type {import('lighthouse').RunnerResult} */ { lhr }) =>
      lhr.categories.performance?.score ?? 0;
    results.sort((a, b) => scoreOf(a) - scoreOf(b));
    const middle = results[RUNS >> 1];
    if (!middle) return [];
    return [...CATEGORIES.map((category) => categoryRow(middle.lhr, category)), blockingRow(middle.artifacts.Trace)];
  } finally {
    await browser.close();
    await site.close();
  }
}

/** @type {(result: import('lighthouse').Result, wanted: typeof CATEGORIES[number]) => Row} */
function categoryRow({ categories, audits, lighthouseVersion }, { id, atLeast }) {
  const category = categories[id];
  const score = category?.score ?? null;
  const short = (category?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id} ${audits[id]?.displayValue ?? audits[id]?.score}`);
  return row(`Lighthouse ${lighthouseVersion}, desktop: ${id}`, score === null ? null : 100 * score, 'of 100', {
    atLeast,
    note: [`median of ${RUNS} runs`, ...(short.length > 0 ? [`short of full marks: ${short.join(', ')}`] : [])].join(
      '; ',
    ),
  });
}

/**
 * The blocking time once more, by what a processor worked for the page's thread: without a GPU that thread waits, each time a
 * picture is shown, for software to have drawn it, and Lighthouse counts the wait too.
 * @param {{ traceEvents: { name: string, ts: number, pid: number, tid: number, tdur?: number, args: { name?: string } }[] }} trace
 * @returns {Row}
 */
function blockingRow({ traceEvents }) {
  const painted = traceEvents.find(({ name }) => name === 'firstContentfulPaint');
  const main = traceEvents.find(
    ({ name, pid, args }) => name === 'thread_name' && pid === painted?.pid && args.name === 'CrRendererMain',
  );
  if (!painted || !main) throw new Error('the trace of Lighthouse has no first paint in it');
  const blocking = traceEvents
    .filter(({ name, pid, tid, ts }) => name === 'RunTask' && pid === main.pid && tid === main.tid && ts > painted.ts)
    .reduce((sum, { tdur = 0 }) => sum + Math.max(0, tdur / 1000 - LONG), 0);
  return row('blocking time after the first paint, by processor time of the page’s thread', blocking, 'ms', {
    atMost: BLOCKING,
    note: 'of the same run; what tasks take beyond 50 ms, without what they wait for the software graphics',
  });
}
