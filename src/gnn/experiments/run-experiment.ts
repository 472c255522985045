import type { Graph } from '../../graph/graph';
import { factsOf } from '../../recipe/facts';
import { splitNodes } from '../training/split';
import { makeRun } from './make-run';
import { type ExperimentRun, missingJobs } from './results';
import { type ExperimentSpec, type Job, jobsOf } from './specification';
import { at, placeOfTask, settingsOf } from './validate';

export interface ExperimentHooks {
  /** Told each run as it is made. */
  onRun(run: ExperimentRun): void;
  /** Told how far the run under way is, 0…1. */
  onProgress(job: Job, fraction: number): void;
  /** Waited for between hops and epochs; may wait as long as it likes, and throws to stop. */
  checkpoint(): Promise<void>;
}

/**
 * Makes the runs that are missing, one after the other, on the backend set in TensorFlow.js. What is made depends on nothing
 * but the specification, the graphs and the backend: stopped and gone on with, it comes to the same.
 *
 * @param graphs that of each line, in order. @param made runs there are already.
 * Throws before the first when a line cannot run on its graph, naming the line.
 */
export async function runExperiment(
  spec: ExperimentSpec,
  graphs: readonly Graph[],
  made: readonly ExperimentRun[],
  backend: string,
  { onRun, onProgress, checkpoint }: ExperimentHooks,
): Promise<void> {
  const graphOf = ({ line }: Job) => graphs[spec.lines.indexOf(line)];
  for (const job of jobsOf({ ...spec, seeds: spec.seeds.slice(0, 1) })) refuseOn(graphOf(job), spec, job);
  for (const job of missingJobs(spec, made)) {
    onProgress(job, 0);
    onRun(
      await makeRun(spec, job, graphOf(job), backend, {
        onProgress: (fraction) => onProgress(job, fraction),
        checkpoint,
      }),
    );
  }
}

/** Throws what of a job its graph cannot give. */
function refuseOn(graph: Graph, spec: ExperimentSpec, job: Job): void {
  const { task } = settingsOf(spec, job, factsOf(graph), graph.split !== null);
  if (task) at(placeOfTask(spec, job.line), () => splitNodes(graph, task.split));
}
