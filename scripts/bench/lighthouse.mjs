import { join } from 'node:path';
import { BROWSER_ARGUMENTS } from '../chromium.mjs';
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

/**
 * Lighthouse's scores of the built site, by its desktop preset, in a browser of its own.
 * @param {string} executablePath
 * @returns {Promise<Row[]>}
 */
export async function lighthouseRows(executablePath) {
  const { default: lighthouse, desktopConfig } = await import('lighthouse');
  const { chromium } = await import('@playwright/test');
  const site = await serve({ directory: join(ROOT, 'dist'), base: BASE });
  const args = [...BROWSER_ARGUMENTS, `--remote-debugging-port=${PORT}`];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const flags = {
      port: PORT,
      logLevel: /** @type {const} */ ('error'),
      onlyCategories: CATEGORIES.map(({ id }) => id),
    };
    const results = [];
    for (let run = 0; run < RUNS; run++) {
      const result = await lighthouse(site.url, flags, desktopConfig);
      if (!result) throw new Error(`Lighthouse gave no result for ${site.url}`);
      results.push(result.lhr);
    }
    results.sort((a, b) => (a.categories.performance?.score ?? 0) - (b.categories.performance?.score ?? 0));
    const middle = results[RUNS >> 1];
    return middle ? CATEGORIES.map((category) => categoryRow(middle, category)) : [];
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
