// npm test [-- --only types,lint,unit,webgpu,build,e2e]
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from './chromium.mjs';
import { prepare, ROOT, run, runMain } from './prepare.mjs';
import { playwrightTally, vitestTally } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */
/**
 * @typedef {object} Stage
 * @property {string} title
 * @property {string[]} command script and arguments for Node
 * @property {Record<string, string>} [env]
 * @property {string[]} [needs] stages without which this one cannot run
 * @property {boolean} [inBrowser]
 * @property {(report: unknown) => Tally} [tally] reads the JSON report; without it the stage is one test
 */

const REPORTS = join(ROOT, '.cache', 'test');
const STAGE_LIMIT = 20 * 60_000;

/** @type {(name: string) => string} */
const report = (name) => join(REPORTS, `${name}.json`);
/** @type {(name: string, project: string) => string[]} */
const vitest = (name, project) => [
  'node_modules/vitest/vitest.mjs',
  ...['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report(name)}`],
];

/** In the order they run. @type {Record<string, Stage>} */
const STAGES = {
  types: { title: 'Type check', command: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  lint: { title: 'Lint and format', command: ['node_modules/@biomejs/biome/bin/biome', 'check', '.'] },
  unit: { title: 'Unit tests', command: vitest('unit', 'node'), tally: vitestTally },
  webgpu: {
    title: 'Unit tests on WebGPU',
    command: vitest('webgpu', 'webgpu'),
    inBrowser: true,
    tally: vitestTally,
  },
  build: { title: 'Production build', command: ['node_modules/vite/bin/vite.js', 'build'] },
  e2e: {
    title: 'End-to-end tests',
    command: ['node_modules/@playwright/test/cli.js', 'test'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report('e2e') },
    needs: ['build'],
    inBrowser: true,
    tally: playwrightTally,
  },
};

/** A port nobody listens on. @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * Runs one stage. A stage that ended badly has failed at least once, whatever its report says.
 * @param {string} name
 * @param {Stage} stage
 * @returns {Promise<Tally>}
 */
async function runStage(name, stage) {
  console.log(`\n── ${stage.title} ──`);
  rmSync(report(name), { force: true });
  if (stage.inBrowser) console.log(`in ${await ensureChromium()}`);
  const env = { ...process.env, ...stage.env, HOPSCOPE_TEST_PORT: String(await freePort()) };
  const code = await run(process.execPath, stage.command, { env, timeout: STAGE_LIMIT });
  if (!stage.tally) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const counted = stage.tally(JSON.parse(readFileSync(report(name), 'utf8')));
  if (counted.passed + counted.failed === 0) console.error(`${stage.title}: no test ran`);
  const bad = code !== 0 || counted.passed === 0;
  return { ...counted, failed: bad ? Math.max(1, counted.failed) : counted.failed };
}

await runMain(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const chosen = values.only?.split(',') ?? Object.keys(STAGES);
  const unknown = chosen.find((name) => !(name in STAGES));
  if (unknown) throw new Error(`there is no stage "${unknown}"; the stages are ${Object.keys(STAGES).join(', ')}`);

  await prepare();
  mkdirSync(REPORTS, { recursive: true });

  /** @type {Record<string, Tally>} */
  const tallies = {};
  for (const [name, stage] of Object.entries(STAGES)) {
    if (!chosen.includes(name)) continue;
    const missing = stage.needs?.find((need) => (tallies[need]?.failed ?? 0) > 0);
    if (missing) {
      console.error(`\n── ${stage.title} ── not run: ${STAGES[missing]?.title} failed`);
      tallies[name] = { passed: 0, failed: 1 };
      continue;
    }
    try {
      tallies[name] = await runStage(name, stage);
    } catch (error) {
      console.error(`${stage.title} could not run:`, error instanceof Error ? error.message : error);
      tallies[name] = { passed: 0, failed: 1 };
    }
  }

  console.log('');
  for (const [name, { passed, failed, second }] of Object.entries(tallies)) {
    const again = second ? `, ${second} of those at the second try` : '';
    console.log(`${STAGES[name]?.title}: ${passed} passed${again}, ${failed} failed`);
  }
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    Object.values(tallies).reduce((total, tally) => total + tally[key], 0);
  const failed = sum('failed');
  console.log(`${sum('passed')} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
