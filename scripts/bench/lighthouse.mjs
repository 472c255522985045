import { join } from 'node:path';
import { BROWSER_ARGUMENTS } from '../chromium.mjs';
import { ROOT } from '../prepare.mjs';
import { serve } from '../serve.mjs';
import { row } from './row.mjs';

/** @typedef {import('./row.mjs').Row} Row */

/** @type {{ id: 'performance' | 'accessibility' | 'best-practices', atLeast: number }[]} */
const CATEGORIES = [
  { id: 'performance', atLeast: 95 },
  { id: 'accessibility', atLeast: 100 },
  { id: 'best-practices', atLeast: 100 },
];
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
  const site = await serve({ directory: join(ROOT, 'dist'), base: '/some/sub/path/' });
  const browser = await chromium.launch({
    executablePath,
    args: [...BROWSER_ARGUMENTS, `--remote-debugging-port=${PORT}`],
  });
  try {
    const settings = {
      port: PORT,
      logLevel: /** @type {const} */ ('error'),
      onlyCategories: CATEGORIES.map(({ id }) => id),
    };
    const result = await lighthouse(site.url, settings, desktopConfig);
    if (!result) throw new Error(`Lighthouse gave no result for ${site.url}`);
    const { categories, audits, lighthouseVersion } = result.lhr;
    return CATEGORIES.map(({ id, atLeast }) => {
      const category = categories[id];
      const short = (category?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${id} ${audits[id]?.displayValue ?? audits[id]?.score}`);
      return row(
        `Lighthouse ${lighthouseVersion}, desktop: ${id}`,
        category?.score == null ? null : 100 * category.score,
        'of 100',
        {
          atLeast,
          note: short.length > 0 ? `short of full marks: ${short.join('; ')}` : undefined,
        },
      );
    });
  } finally {
    await browser.close();
    await site.close();
  }
}
