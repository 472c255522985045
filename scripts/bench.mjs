// npm run bench: a table and, after it, the same as JSON (also in .cache/bench.json).
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { BROWSER_ARGUMENTS, ensureChromium } from './chromium.mjs';
import { prepare, ROOT, runMain } from './prepare.mjs';

await runMain(async () => {
  await prepare();
  const executablePath = await ensureChromium();
  const { build } = await import('vite');
  const { chromium } = await import('@playwright/test');
  const { measureEngine } = await import('./bench/engine.mjs');
  const { measureSite } = await import('./bench/site.mjs');
  const { table } = await import('./bench/row.mjs');

  await build({ root: ROOT, logLevel: 'warn' });
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS });
  try {
    const rows = [...(await measureSite(browser)), ...(await measureEngine(browser))];
    const machine = `${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}, Chromium ${browser.version()}`;
    const json = JSON.stringify({ machine, rows }, null, 2);
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    writeFileSync(join(ROOT, '.cache', 'bench.json'), `${json}\n`);
    console.log(`${machine}\n\n${table(rows)}\n\n${json}`);
  } finally {
    await browser.close();
  }
  return 0;
});
