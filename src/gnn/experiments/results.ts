import type { MeasureRow } from '../measures/descriptors';
import { type ExperimentSpec, type Job, jobsOf, type Place } from './specification';

/** What came of one run: plain data. */
export interface ExperimentRun {
  /** The line's name. */
  line: string;
  depth: number;
  seed: number;
  /** Where in the grid; not there without one. */
  at?: Place;
  /** Of the last hop before training, by measure; null where one was not to be had. */
  untrained: MeasureRow;
  /** Null where the experiment trains nothing, or this run failed. */
  trained: TrainedRun | null;
  /** Why it could not be made, or not to its end; null for most. */
  failure: string | null;
  backend: string;
  seconds: number;
}

/** The network with the weights of the best validation epoch. */
export interface TrainedRun {
  /** Of its last hop. */
  measures: MeasureRow;
  /** Shares predicted right; null where that part of the split is empty. That of the training nodes is told where it counts. */
  train?: number | null;
  validation: number | null;
  test: number | null;
  bestEpoch: number;
  /** Epochs taken in all. */
  epochs: number;
}

export interface ExperimentReport {
  specification: ExperimentSpec;
  runs: ExperimentRun[];
  /** Whether every run there is to make has been made. */
  complete: boolean;
}

/** Which of its experiment's runs it is. */
export function runKey({ line, depth, seed, at }: Pick<ExperimentRun, 'line' | 'depth' | 'seed' | 'at'>): string {
  return JSON.stringify([line, depth, seed, ...(at && Object.keys(at).length > 0 ? [at] : [])]);
}

/** Which run it asks for. */
export const jobKey = (job: Job): string => runKey({ ...job, line: job.line.name });

/** Of these runs, those the specification asks for, in its order. */
export function runsOf(spec: ExperimentSpec, runs: readonly ExperimentRun[]): ExperimentRun[] {
  const made = new Map(runs.map((run) => [runKey(run), run]));
  return jobsOf(spec).flatMap((job) => made.get(jobKey(job)) ?? []);
}

/** What is still to be made. */
export function missingJobs(spec: ExperimentSpec, runs: readonly ExperimentRun[]): Job[] {
  const made = new Set(runs.map(runKey));
  return jobsOf(spec).filter((job) => !made.has(jobKey(job)));
}

export function reportOf(specification: ExperimentSpec, runs: readonly ExperimentRun[]): ExperimentReport {
  return { specification, runs: runsOf(specification, runs), complete: missingJobs(specification, runs).length === 0 };
}
