import { createEngine, type Engine } from '../engine/client';
import type { ExperimentProgress } from '../engine/protocol';
import { type ExperimentReport, type ExperimentRun, missingJobs, reportOf, runsOf } from '../gnn/experiments/results';
import {
  countRuns,
  type ExperimentSpec,
  fingerprint,
  graphKey,
  graphOf,
  type Job,
} from '../gnn/experiments/specification';
import { validateExperiment } from '../gnn/experiments/validate';
import type { Graph } from '../graph/graph';
import { attempt } from './attempt';
import { startInBackground } from './background-engine';
import { openDataset } from './datasets';
import { messageOf } from './errors';
import { experimentClock } from './experiment-clock';
import { forgetRuns, keepRun, keptRuns } from './kept-experiments';
import { notify } from './notices';
import type { DatasetRef } from './session';
import type { Experiment, ExperimentView, Laboratory, LiveExperiment } from './state';
import { useStore } from './store';

/**
 * Experiments, in a worker of their own: what is on screen goes on as if there were none. They are computed on WebAssembly
 * whatever the page computes on, for their graphs are small, and the same numbers come from the command line.
 */

/** How far an experiment is, for a script. */
export interface ExperimentState extends ExperimentProgress {
  /** Runs made, those of an earlier visit included, and runs in all. */
  made: number;
  of: number;
  /** Null until there is something to judge by. */
  secondsLeft: number | null;
}

/** How to end the experiment under way; null while there is none. */
let stop: (() => void) | null = null;
let pause: (paused: boolean) => Promise<void> = async () => {};

/**
 * Looks at an experiment, with the runs that this browser has kept of it.
 * @throws {Error} naming the place and the reason when the specification is wrong, and while another is under way.
 */
export async function chooseExperiment(given: unknown, view?: ExperimentView): Promise<void> {
  const spec = validateExperiment(given);
  refuseWhileLive();
  const runs = runsOf(spec, await keptRuns(spec));
  change({ experiment: { spec, runs, view: view ?? firstView(spec) } });
}

/** The same for a specification as somebody wrote it. @throws {Error} with line and column where it is not JSON. */
export async function chooseWritten(text: string): Promise<void> {
  const { parseJson } = await import('../formats/json/parse');
  await chooseExperiment(parseJson(new TextEncoder().encode(text), 'specification'));
}

function refuseWhileLive(): void {
  if (useStore.getState().laboratory.live === null) return;
  throw new Error('An experiment is under way: cancel it first. What it has made is kept.');
}

/** Accuracy over depth; where nothing is trained, the first measure. */
function firstView({ task, measures, score }: ExperimentSpec): ExperimentView {
  if (task || measures.length === 0) return { of: score, against: 'depth', when: 'trained' };
  return { of: measures[0], against: 'depth', when: 'untrained' };
}

export function changeExperimentView(changed: Partial<ExperimentView>): void {
  const { experiment } = useStore.getState().laboratory;
  if (experiment) change({ experiment: { ...experiment, view: { ...experiment.view, ...changed } } });
}

/**
 * Makes the runs that are missing of the experiment looked at. Resolves with what there is when it is at its end or cancelled.
 * @throws {Error} when a graph cannot be had, or a line cannot run on it.
 */
export async function runChosen(onProgress: (state: ExperimentState) => void = () => {}): Promise<ExperimentReport> {
  const { experiment } = useStore.getState().laboratory;
  if (!experiment) throw new Error('No experiment has been chosen.');
  refuseWhileLive();
  const { spec, runs } = experiment;
  const end = new AbortController();
  stop = () => end.abort();
  change({ live: { progress: null, secondsLeft: null, paused: false } });
  try {
    const graphs = await graphsOf(spec, missingJobs(spec, runs), end.signal);
    end.signal.throwIfAborted();
    const running = createEngine();
    // Ended by hand or by itself: its memory is given back at once.
    end.signal.addEventListener('abort', () => running.dispose());
    await startInBackground(running);
    await makeRuns(spec, graphs, running, onProgress);
  } catch (error) {
    if (!end.signal.aborted) throw error;
  } finally {
    stop = null;
    end.abort();
    change({ live: null });
  }
  return reportOf(spec, useStore.getState().laboratory.experiment?.runs ?? []);
}

/** Holds the experiment under way before its next epoch, or lets it go on. */
export async function togglePause(): Promise<void> {
  const { live } = useStore.getState().laboratory;
  if (live) await pause(!live.paused);
}

/** Ends the experiment under way at once; every run made is kept, and the one under way is made again the next time. */
export function cancelExperiment(): void {
  stop?.();
}

/** Forgets the runs of the experiment looked at; the message that says so brings them back. */
export async function forgetExperiment(): Promise<void> {
  const { experiment, live } = useStore.getState().laboratory;
  if (!experiment || live) return;
  await forgetRuns(experiment.spec);
  change({ experiment: { ...experiment, runs: [] } });
  const { spec, runs } = experiment;
  const count = runs.length === 1 ? 'One run was' : `${runs.length} runs were`;
  notify('info', `${count} forgotten`, `“${spec.title}” begins anew.`, {
    label: 'Bring back',
    run: () => void attempt('They could not be brought back', () => bringBack(spec, runs)),
  });
}

async function bringBack(spec: ExperimentSpec, runs: readonly ExperimentRun[]): Promise<void> {
  for (const run of runs) await keepRun(spec, run);
  const { experiment, live } = useStore.getState().laboratory;
  if (live || !experiment || fingerprint(experiment.spec) !== fingerprint(spec)) return;
  change({ experiment: { ...experiment, runs: runsOf(experiment.spec, [...experiment.runs, ...runs]) } });
}

async function makeRuns(
  spec: ExperimentSpec,
  graphs: Map<string, Graph>,
  running: Engine,
  onProgress: (state: ExperimentState) => void,
): Promise<void> {
  const before = current(spec).runs;
  const clock = experimentClock(spec, before);
  pause = async (paused) => {
    await running.pause(paused);
    clock.pause(paused);
    changeLive({ paused });
  };
  const hear = (progress: ExperimentProgress) => {
    const { runs } = current(spec);
    const secondsLeft = clock.secondsLeft(runs, progress);
    changeLive({ progress, secondsLeft });
    onProgress({ ...progress, made: runs.length, of: countRuns(spec), secondsLeft });
  };
  const keeping: Promise<void>[] = [];
  await running.experiment(spec, graphs, before, {
    onProgress: hear,
    onRun(run) {
      keeping.push(keepRun(spec, run));
      addRun(spec, run);
      hear({ line: run.line, depth: run.depth, seed: run.seed, at: run.at, fraction: 0 });
    },
  });
  await Promise.all(keeping);
}

function addRun(spec: ExperimentSpec, run: ExperimentRun): void {
  const experiment = current(spec);
  change({ experiment: { ...experiment, runs: runsOf(spec, [...experiment.runs, run]) } });
}

/** The experiment under way is the one looked at: none other can be chosen meanwhile. */
function current(spec: ExperimentSpec): Experiment {
  const { experiment } = useStore.getState().laboratory;
  if (!experiment || fingerprint(experiment.spec) !== fingerprint(spec)) throw new Error('The experiment has gone.');
  return experiment;
}

/** The graph of a run, as a session has it. */
export function datasetOf(spec: ExperimentSpec, job: Job): DatasetRef {
  return { kind: 'catalogue', ...graphOf(spec, job) };
}

/** The graphs of these runs by `graphKey`, one after the other: what is on screen goes on meanwhile. */
async function graphsOf(spec: ExperimentSpec, jobs: readonly Job[], signal: AbortSignal): Promise<Map<string, Graph>> {
  const graphs = new Map<string, Graph>();
  for (const job of jobs) {
    const key = graphKey(spec, job);
    if (graphs.has(key)) continue;
    const where = job.line.graph ? `lines[${spec.lines.indexOf(job.line)}].graph` : 'graph';
    try {
      graphs.set(key, await openDataset(datasetOf(spec, job), { signal, onProgress() {} }));
    } catch (error) {
      throw new Error(`Experiment: ${where}: ${messageOf(error)}`, { cause: error });
    }
  }
  return graphs;
}

function changeLive(changed: Partial<LiveExperiment>): void {
  const { live } = useStore.getState().laboratory;
  if (live) change({ live: { ...live, ...changed } });
}

function change(changed: Partial<Laboratory>): void {
  useStore.setState({ laboratory: { ...useStore.getState().laboratory, ...changed } });
}
