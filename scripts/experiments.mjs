// npm run experiments [-- --only gcn-cora]: trains what the specifications say and prints a table; goes on where it stopped.
import { fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { complaints, missingRuns, table, withRun } from './experiments/results.mjs';
import { readSpecifications } from './experiments/specification.mjs';
import { prepare, ROOT, runMain } from './prepare.mjs';

/** @typedef {import('./experiments/results.mjs').Run} Run */
/** @typedef {import('./experiments/specification.mjs').Specification} Specification */
/** @typedef {{ specification: Specification, seed: number }} Job */

const FOLDER = join(ROOT, 'scripts', 'experiments');
const RESULTS = join(FOLDER, 'results.json');
const PROCESSES = 2;

/** The WebAssembly backend loads its file under Node by these names, which a module has to be given. */
const COMMON_JS = [
  "import { createRequire as requireFrom } from 'node:module';",
  'const require = requireFrom(import.meta.url);',
  'const __dirname = import.meta.dirname;',
].join('\n');

await runMain(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  const all = readSpecifications(join(FOLDER, 'specifications'));
  const unknown = values.only?.find((name) => !all.some((one) => one.name === name));
  if (unknown !== undefined)
    throw new Error(`There is no ${unknown}; there are ${all.map((one) => one.name).join(', ')}.`);
  const chosen = all.filter(({ name }) => values.only?.includes(name) ?? true);
  const datasets = datasetsFolder();
  await prepare();

  let results = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : {};
  const jobs = missingRuns(chosen, results);
  if (jobs.length > 0) {
    console.log(`${jobs.length} runs to make, ${PROCESSES} at a time …`);
    const worker = await buildWorker();
    await runAll(jobs, worker, datasets, ({ specification, seed }, run) => {
      results = withRun(results, specification, run);
      writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
      console.log(`${specification.name} seed ${seed}: test ${run.test}, ${run.epochs} epochs in ${run.seconds} s`);
    });
  }
  console.log(`\n${table(chosen, results)}`);
  const wrong = complaints(chosen, results);
  for (const complaint of wrong) console.error(complaint);
  return wrong.length === 0 ? 0 : 1;
});

/** @returns {string} */
function datasetsFolder() {
  const named = process.env.HOPSCOPE_DATASETS;
  if (named && existsSync(resolve(named, 'cora', 'split.json'))) return resolve(named);
  throw new Error(
    'Set HOPSCOPE_DATASETS to a folder with cora/edges.csv, features_binary.csv, labels.csv and split.json.',
  );
}

/** Bundles the worker for Node. @returns {Promise<string>} its path. */
async function buildWorker() {
  const { build } = await import('vite');
  const { assemblyScript } = await import('./assemblyscript.mjs');
  const outDir = join(ROOT, '.cache', 'experiments');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    plugins: [assemblyScript()],
    resolve: { dedupe: ['@tensorflow/tfjs-core'], mainFields: ['module', 'main'] },
    ssr: { noExternal: true },
    build: {
      ssr: join(FOLDER, 'worker.ts'),
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'worker.mjs', banner: COMMON_JS } },
    },
  });
  return join(outDir, 'worker.mjs');
}

/**
 * Makes every run, each in whichever process is free. The first that fails ends them all.
 * @param {Job[]} jobs
 * @param {string} worker
 * @param {string} datasets
 * @param {(job: Job, run: Run) => void} onRun
 */
async function runAll(jobs, worker, datasets, onRun) {
  const waiting = [...jobs];
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  const work = async () => {
    const child = fork(worker, { env: { ...process.env, HOPSCOPE_DATASETS: datasets }, silent: false });
    children.push(child);
    await answer(child);
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      child.send(job);
      onRun(job, await answer(child));
    }
    child.disconnect();
  };
  try {
    await Promise.all(Array.from({ length: Math.min(PROCESSES, jobs.length) }, work));
  } finally {
    for (const child of children) child.kill();
  }
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<Run>} */
function answer(child) {
  return new Promise((resolve, reject) => {
    /** @param {number | null} code */
    const gone = (code) => reject(new Error(`A worker ended with code ${code}.`));
    child.once('exit', gone);
    child.once('message', (/** @type {{ run: Run, error?: string }} */ { run, error }) => {
      child.off('exit', gone);
      if (error === undefined) resolve(run);
      else reject(new Error(error));
    });
  });
}
