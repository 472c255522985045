// npm run bench [-- --only scene --only use] [-- --readme] [-- --gpu-rows-in-software]
// A table and, after it, the same as JSON (also in .cache/bench.json). --readme puts the table into README.md.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSER_ARGUMENTS, ensureChromium } from './chromium.mjs';
import { prepare, ROOT, runMain } from './prepare.mjs';

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true },
      readme: { type: 'boolean' },
      'gpu-rows-in-software': { type: 'boolean', default: false },
    },
  });
  if (values.readme && values.only) throw new Error('the table in README.md is of one run of all: leave --only out');
  const [load = 0] = loadavg();
  await prepare();
  const executablePath = await ensureChromium();
  const { build } = await import('vite');
  const { chromium } = await import('@playwright/test');
  const { serveBench } = await import('./bench/bench-site.mjs');
  const { GROUPS, groupsAsked } = await import('./bench/groups.mjs');
  const { findPyG } = await import('./bench/pyg.mjs');
  const { withReport } = await import('./bench/readme.mjs');
  const { table } = await import('./bench/row.mjs');

  const groups = groupsAsked(values.only);
  const pyg = await findPyG();
  await build({ root: ROOT, logLevel: 'warn' });
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS });
  /** @type {ReturnType<typeof serveBench> | undefined} */
  let site;
  const benchSite = () => {
    site ??= serveBench();
    return site;
  };
  try {
    const means = { executablePath, browser, benchSite, pyg, gpuRowsInSoftware: values['gpu-rows-in-software'] };
    const rows = [];
    for (const group of groups) rows.push(...((await GROUPS[group]?.(means)) ?? []));

    const machine = [
      `${cpus().length} × ${cpus()[0]?.model}`,
      `Node ${process.versions.node}, Chromium ${browser.version()}`,
      'missing' in pyg ? pyg.missing : `in the same run ${pyg.versions}`,
      `load ${load.toFixed(1)} before it began`,
    ].join('; ');
    const json = JSON.stringify({ machine, rows }, null, 2);
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    writeFileSync(join(ROOT, '.cache', 'bench.json'), `${json}\n`);
    console.log(`${machine}\n\n${table(rows)}\n\n${json}`);
    if (values.readme) {
      const readme = join(ROOT, 'README.md');
      writeFileSync(
        readme,
        withReport(readFileSync(readme, 'utf8'), `One run on ${machine}.\n\n${table(rows, 'plain')}`),
      );
    }
  } finally {
    await browser.close();
    await (await site)?.close();
  }
  return 0;
});
