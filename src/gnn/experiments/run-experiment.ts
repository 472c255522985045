import type { Graph } from '../../graph/graph';
import { factsOf } from '../../recipe/facts';
import { splitNodes } from '../training/split';
import { makeRun } from './make-run';
import { type ExperimentRun, jobKey, missingJobs } from './results';
import { type ExperimentSpec, graphKey, type Job } from './specification';
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
 * @param graphs by `graphKey`, those of the runs that are missing. @param made runs there are already.
 * Throws before the first when a line cannot run on its graph, naming the line.
 */
export async function runExperiment(
  spec: ExperimentSpec,
  graphs: ReadonlyMap<string, Graph>,
  made: readonly ExperimentRun[],
  backend: string,
  { onRun, onProgress, checkpoint }: ExperimentHooks,
): Promise<void> {
  const graphOf = (job: Job) => {
    const graph = graphs.get(graphKey(spec, job));
    if (!graph) throw new Error(`There is no graph for ${graphKey(spec, job)}.`);
    return graph;
  };
  const missing = missingJobs(spec, made);
  for (const job of firstSeeds(missing)) refuseOn(graphOf(job), spec, job);
  for (const job of missing) {
    onProgress(job, 0);
    onRun(
      await makeRun(spec, job, graphOf(job), backend, {
        onProgress: (fraction) => onProgress(job, fraction),
        checkpoint,
      }),
    );
  }
}

/** One of those that differ in their seed alone. */
function firstSeeds(jobs: readonly Job[]): Job[] {
  return [...new Map(jobs.map((job) => [jobKey({ ...job, seed: 0 }), job])).values()];
}

/** Throws what of a job its graph cannot give. */
function refuseOn(graph: Graph, spec: ExperimentSpec, job: Job): void {
  const { task } = settingsOf(spec, job, factsOf(graph), graph.split !== null);
  if (task) at(placeOfTask(spec, job.line), () => splitNodes(graph, task.split));
}
