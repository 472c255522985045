import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingJobs } from '../../src/gnn/experiments/results';
import { complaints, keptRuns, type Results, table, withRun, writtenResults } from './results';
import { runAll, type Task } from './run-all';
import { readSpecifications } from './specifications';

const PROCESSES = 2;

/**
 * Makes what is missing of the specifications named, or of all, and prints their table.
 * @param root the project's folder. @param worker the bundle of `worker.ts`.
 * @returns the exit code.
 */
export async function main(root: string, worker: string, only: readonly string[] | undefined): Promise<number> {
  const all = readSpecifications(root);
  const unknown = only?.find((name) => !all.some((one) => one.name === name));
  if (unknown !== undefined)
    throw new Error(`There is no ${unknown}; there are ${all.map((one) => one.name).join(', ')}.`);
  const chosen = all.filter(({ name }) => only?.includes(name) ?? true);

  const file = join(root, 'scripts', 'experiments', 'results.json');
  let results: Results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const tasks = chosen.flatMap((spec) =>
    missingJobs(spec, keptRuns(spec, results)).map(
      ({ line, depth, seed }): Task => ({ spec, job: { line: line.name, depth, seed } }),
    ),
  );
  if (tasks.some(({ spec }) => spec.graph.id === 'cora')) refuseWithoutCora();
  if (tasks.length > 0) console.log(`${tasks.length} runs to make, ${PROCESSES} at a time …`);
  await runAll(tasks, worker, PROCESSES, ({ spec }, run) => {
    results = withRun(results, spec, run);
    writeFileSync(file, writtenResults(results));
    const came = run.failure ?? (run.trained ? `test ${run.trained.test}, ${run.trained.epochs} epochs` : 'measured');
    console.log(`${spec.name}: ${run.line}, depth ${run.depth}, seed ${run.seed}: ${came} in ${run.seconds} s`);
  });
  console.log(`\n${table(chosen, results)}`);
  const wrong = complaints(chosen, results);
  for (const complaint of wrong) console.error(complaint);
  return wrong.length === 0 ? 0 : 1;
}

function refuseWithoutCora(): void {
  const folder = process.env.HOPSCOPE_DATASETS;
  if (folder && existsSync(join(folder, 'cora', 'split.json'))) return;
  throw new Error(
    'Set HOPSCOPE_DATASETS to a folder with cora/edges.csv, features_binary.csv, labels.csv and split.json, ' +
      'or name what needs no such folder, e.g. --only depth-sweep.',
  );
}
