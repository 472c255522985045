import { coraLike } from './cora.mjs';
import { engineRows } from './engine.mjs';
import { trainingRows } from './gcn-rows.mjs';
import { gpuRows } from './gpu-rows.mjs';
import { kernelRows } from './kernels.mjs';
import { lighthouseRows } from './lighthouse.mjs';
import { measureRows } from './measure-rows.mjs';
import { sceneRows } from './scene-rows.mjs';
import { siteRows } from './site.mjs';
import { useRows } from './use-rows.mjs';

/** @typedef {import('./row.mjs').Row} Row */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./bench-site.mjs').BenchSite} BenchSite */
/** @typedef {import('./pyg.mjs').PyG} PyG */

/**
 * What there is to measure with.
 * @typedef {object} Means
 * @property {string} executablePath of Chromium
 * @property {import('@playwright/test').Browser} browser
 * @property {() => Promise<BenchSite>} benchSite built when it is first asked for
 * @property {PyG} pyg
 * @property {boolean} gpuRowsInSoftware
 */

/**
 * What can be measured alone, in the order of the table.
 * @type {Record<string, (means: Means) => Promise<Row[]>>}
 */
export const GROUPS = {
  site: ({ browser }) => siteRows(browser),
  use: ({ browser }) => useRows(browser),
  lighthouse: ({ executablePath }) => lighthouseRows(executablePath),
  scene: onPage((page) => sceneRows(page)),
  kernels: onPage((page) => kernelRows(page, coraLike())),
  training: onPage(trainingRows),
  measures: onPage((page) => measureRows(page)),
  engine: onPage((page) => engineRows(page, coraLike())),
  gpu: async ({ executablePath, benchSite, pyg, gpuRowsInSoftware }) =>
    gpuRows(executablePath, await benchSite(), pyg, gpuRowsInSoftware),
};

/**
 * @param {readonly string[] | undefined} asked names of groups; all when left out
 * @returns {string[]} in the order of the table
 */
export function groupsAsked(asked) {
  const names = Object.keys(GROUPS);
  const unknown = asked?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`there is no group "${unknown}" to measure: take of ${names.join(', ')}`);
  return asked ? names.filter((name) => asked.includes(name)) : names;
}

/**
 * Measures in a page of its own that was built for it.
 * @param {(page: Page, site: BenchSite, pyg: PyG) => Promise<Row[]>} measure
 * @returns {(means: Means) => Promise<Row[]>}
 */
function onPage(measure) {
  return async ({ browser, benchSite, pyg }) => {
    const site = await benchSite();
    const page = await site.open(browser);
    try {
      return await measure(page, site, pyg);
    } finally {
      await page.close();
    }
  };
}
