import { chromium } from '@playwright/test';
import { SOFTWARE_WEBGPU } from '../chromium.mjs';
import { gcnRows } from './gcn-rows.mjs';
import { row } from './row.mjs';

/** @typedef {import('./row.mjs').Row} Row */
/** @typedef {import('./pyg.mjs').PyG} PyG */
/** @typedef {import('./bench-site.mjs').BenchSite} BenchSite */

/** What lets Chromium without a screen reach the machine's own GPU. */
const REAL_GPU = [
  ...['--enable-unsafe-webgpu', '--ignore-gpu-blocklist', '--no-sandbox'],
  ...(process.platform === 'linux' ? ['--enable-features=Vulkan', '--use-angle=vulkan'] : []),
];
const SHARE_OF_COPY = 60;
/** Enough for a figure on a GPU, and enough to see on the software adapter that there would be one. */
const EFFORT = { training: { rounds: 3, times: 10 }, bandwidth: [9, 10] };
const LEAST_EFFORT = { training: { rounds: 1, times: 1 }, bandwidth: [1, 1] };

/**
 * What a real GPU does, in a browser of its own.
 * @param {string} executablePath
 * @param {BenchSite} site
 * @param {PyG} pyg
 * @param {boolean} evenSoftware measures on the software adapter instead, without a verdict: to see that it can be measured
 * @returns {Promise<Row[]>}
 */
export async function gpuRows(executablePath, site, pyg, evenSoftware) {
  const browser = await chromium.launch({ executablePath, args: evenSoftware ? SOFTWARE_WEBGPU : REAL_GPU });
  try {
    const page = await site.open(browser);
    const gpu = await page.evaluate(() => globalThis.bench?.gpu());
    if (!gpu) throw new Error('the benchmark page is not there');
    const absent = 'missing' in gpu ? gpu.missing : gpu.software && !evenSoftware ? `only ${gpu.adapter}` : null;
    if (absent !== null || 'missing' in gpu) return noGpuRows(`no real GPU was there: ${absent}`);
    const effort = gpu.software ? LEAST_EFFORT : EFFORT;
    return [
      ...(await bandwidthRows(page, site, gpu, effort.bandwidth)),
      ...(await gcnRows(page, pyg, site.cora, 'webgpu', [{ task: 'train', effort: effort.training, atMost: {} }])),
    ];
  } finally {
    await browser.close();
  }
}

const BANDWIDTH = 'bytes/s of SpMM against a buffer copy, on a GPU';

/** @param {string} note @returns {Row[]} */
const noGpuRows = (note) => [
  row(BANDWIDTH, null, '%', { atLeast: SHARE_OF_COPY, note }),
  row('training step of two GCN layers on a GPU, to PyG on the CPU', null, '×', { note }),
];

/**
 * @param {import('@playwright/test').Page} page
 * @param {BenchSite} site
 * @param {{ adapter: string, software: boolean }} gpu
 * @param {number[]} effort
 * @returns {Promise<Row[]>}
 */
async function bandwidthRows(page, { large }, { adapter, software }, [times = 1, atOnce = 1]) {
  const measured = await page.evaluate(
    ([address, times, atOnce]) => globalThis.bench?.bandwidth(address, times, atOnce),
    /** @type {const} */ ([large.address, times, atOnce]),
  );
  if (!measured) throw new Error('the benchmark page is not there');
  const { spmm, copy, width } = measured;
  const { name, nodes, entries } = large.shape;
  const graph = `${name}, ${[nodes, entries, width].map((n) => n.toLocaleString('en-US')).join(' × ')}`;
  return [
    row('achieved by SpMM on WebGPU', spmm / 1e9, 'GB/s', {
      note: `${adapter}; ${graph}; an entry: 4 B of index, 4 of coefficient, 4 a column gathered; a row: 4 B of pointer, 4 a column written`,
    }),
    row('achieved by a buffer copy there', copy / 1e9, 'GB/s', { note: 'read and written' }),
    row(BANDWIDTH, (100 * spmm) / copy, '%', {
      atLeast: software ? undefined : SHARE_OF_COPY,
      note: software
        ? 'the software adapter: it says nothing of a GPU'
        : 'what a cache holds counts each time it is read',
    }),
  ];
}
