// npm run soak [-- --runs 1000] [--seed 1] [--backend wasm|webgpu|cpu] [--only gcn] [--repeat SEED] [--no-build]
// Short trainings of random legal recipes on random graphs in the built site: no crash, no leak, no number that is none.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSER_ARGUMENTS, ensureChromium } from './chromium.mjs';
import { prepare, ROOT, runMain } from './prepare.mjs';

const BACKENDS = ['wasm', 'webgpu', 'cpu'];
/** So many failures say enough. */
const MOST_FAILURES = 10;

await runMain(async () => {
  const options = readOptions();
  await prepare();
  const executablePath = await ensureChromium();
  const { chromium } = await import('@playwright/test');
  const { serve } = await import('./serve.mjs');
  const { buildPageScript, loadPlans } = await import('./soak/bundle.mjs');
  const { openPage } = await import('./soak/open.mjs');
  const { runPlan } = await import('./soak/run.mjs');
  const { createTally } = await import('./soak/tally.mjs');

  if (options.build) await (await import('vite')).build({ root: ROOT, logLevel: 'error' });
  const plans = await loadPlans();
  const script = await buildPageScript();
  const { backend, first, runs, only } = options;
  const seeds = plans.seedsFrom(first, runs, only);
  const site = await serve({ directory: join(ROOT, 'dist') });
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS });
  const tally = createTally({ backend, combinations: plans.COMBINATIONS.length });
  try {
    const { page, errors, heap } = await openPage(browser, `${site.url}?backend=${backend}`, script);
    tally.begin(await page.evaluate(() => globalThis.soak.memory()), await heap());
    let answers = true;
    for (const seed of seeds) {
      const plan = plans.planOf(seed);
      const result = await runPlan(page, plan, plans.asAdvised);
      result.failures.push(...errors.splice(0));
      console.log(tally.add(plan, result));
      answers = result.memory !== null;
      if (tally.failed() >= MOST_FAILURES || !answers) break;
    }
    // A page that does not answer has no figures.
    if (answers) tally.end(await heap());
  } finally {
    await browser.close();
    await site.close();
  }
  console.log(tally.report());
  return tally.failed() === 0 ? 0 : 1;
});

function readOptions() {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      repeat: { type: 'string' },
      backend: { type: 'string', default: 'wasm' },
      only: { type: 'string', multiple: true },
      'no-build': { type: 'boolean', default: false },
    },
  });
  const { backend, repeat } = values;
  if (!BACKENDS.includes(backend)) throw new Error(`--backend is ${backend}; it can be ${BACKENDS.join(', ')}`);
  return {
    backend,
    build: !values['no-build'],
    only: repeat === undefined ? values.only : [],
    first: whole('--seed', repeat ?? values.seed, 0),
    runs: repeat === undefined ? whole('--runs', values.runs, 1) : 1,
  };
}

/** @type {(name: string, text: string, least: number) => number} */
function whole(name, text, least) {
  const value = Number(text);
  if (text !== '' && Number.isInteger(value) && value >= least && value < 2 ** 31) return value;
  throw new Error(`${name} is "${text}"; it has to be a whole number from ${least} on`);
}
