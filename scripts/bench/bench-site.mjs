import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../prepare.mjs';
import { serve } from '../serve.mjs';
import { coraWorkload, largeWorkload, writeWorkload } from './workload.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./workload.mjs').Shape} Shape */

/**
 * A workload where the page and Python find it.
 * @typedef {object} Served
 * @property {Shape} shape
 * @property {string} folder
 * @property {string} address
 */

/** A page built for measuring, and beside it what it measures on, served. */
export async function serveBench() {
  const directory = join(ROOT, '.cache', 'bench');
  await build({
    root: ROOT,
    logLevel: 'warn',
    build: {
      outDir: directory,
      emptyOutDir: true,
      copyPublicDir: false,
      rolldownOptions: { input: join(ROOT, 'scripts', 'bench', 'page.html') },
    },
  });
  const { url, close } = await serve({ directory });
  const put = (/** @type {import('./workload.mjs').Workload} */ workload) => ({
    shape: workload.shape,
    folder: writeWorkload(workload, join(directory, 'workloads')),
    address: `${url}workloads/${workload.id}/`,
  });
  return {
    cora: put(coraWorkload()),
    large: put(largeWorkload()),
    close,
    /** @param {import('@playwright/test').Browser} browser @returns {Promise<Page>} */
    async open(browser) {
      const page = await browser.newPage({ serviceWorkers: 'block' });
      const failed = new Promise((_, reject) => page.once('pageerror', reject));
      await page.goto(`${url}scripts/bench/page.html`);
      await Promise.race([page.waitForFunction(() => globalThis.bench !== undefined), failed]);
      return page;
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof serveBench>>} BenchSite */
