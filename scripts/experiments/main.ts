import { jobKey, missingJobs, runKey } from '../../src/gnn/experiments/results';
import { foldersOf } from './open-graph';
import { complaints, keptRuns, table, withRun } from './results';
import { readResults, writeResults } from './results-files';
import { runAll, type Task } from './run-all';
import { chosenOf, readSpecifications } from './specifications';

/** Which experiments, and how many of their runs at once. */
export interface Asked {
  /** Names, or how they begin; none is all. */
  names: readonly string[];
  /** Of those the ones on this graph of the catalogue. */
  dataset?: string;
  processes: number;
}

/**
 * Makes what is missing of the specifications asked for and prints their table.
 * @param root the project's folder. @param worker the bundle of `worker.ts`.
 * @returns the exit code.
 */
export async function main(root: string, worker: string, { names, dataset, processes }: Asked): Promise<number> {
  const chosen = chosenOf(readSpecifications(root), names, dataset);
  let results = readResults(root);
  const tasks = chosen.flatMap((spec) =>
    missingJobs(spec, keptRuns(spec, results)).map((job): Task => ({ spec, key: jobKey(job) })),
  );
  if (tasks.length > 0) console.log(`${tasks.length} runs to make, ${processes} at a time …`);
  const folders = foldersOf(root, process.env.HOPSCOPE_DATASETS);
  await runAll(tasks, { worker, folders, processes }, ({ spec }, run) => {
    results = withRun(results, spec, run);
    writeResults(root, results, spec.name);
    const came =
      run.failure ??
      (run.trained ? `${spec.score} ${run.trained[spec.score]}, ${run.trained.epochs} epochs` : 'measured');
    console.log(`${spec.name} ${runKey(run)}: ${came} in ${run.seconds} s`);
  });
  console.log(`\n${table(chosen, results)}`);
  const wrong = complaints(chosen, results);
  for (const complaint of wrong) console.error(complaint);
  return wrong.length === 0 ? 0 : 1;
}
