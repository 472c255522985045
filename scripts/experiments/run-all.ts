import { type ChildProcess, fork } from 'node:child_process';
import type { ExperimentRun } from '../../src/gnn/experiments/results';
import type { ExperimentSpec } from '../../src/gnn/experiments/specification';

/** A run to be made, which a process is told by its `jobKey`. */
export interface Task {
  spec: ExperimentSpec;
  key: string;
}

/** Makes every run, each in whichever of so many processes is free. The first that fails ends them all. */
export async function runAll(
  tasks: readonly Task[],
  { worker, folders, processes }: { worker: string; folders: readonly string[]; processes: number },
  onRun: (task: Task, run: ExperimentRun) => void,
): Promise<void> {
  const waiting = [...tasks];
  const children: ChildProcess[] = [];
  const work = async () => {
    const child = fork(worker, folders, { silent: false });
    children.push(child);
    await answer(child);
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      child.send(task);
      onRun(task, await answer(child));
    }
    child.disconnect();
  };
  try {
    await Promise.all(Array.from({ length: Math.min(processes, tasks.length) }, work));
  } finally {
    for (const child of children) child.kill();
  }
}

function answer(child: ChildProcess): Promise<ExperimentRun> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`A worker ended with code ${code}.`));
    child.once('exit', gone);
    child.once('message', ({ run, error }: { run: ExperimentRun; error?: string }) => {
      child.off('exit', gone);
      if (error === undefined) resolve(run);
      else reject(new Error(error));
    });
  });
}
