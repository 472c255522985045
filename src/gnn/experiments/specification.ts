import type { Recipe } from '../../recipe/recipe';
import type { TaskSpec } from '../../recipe/task';
import type { MeasureKey } from '../measures/descriptors';

/**
 * Many runs, as plain JSON that the page and `npm run experiments` both read: each line of it at each depth from each seed.
 * It holds no tensors. Same specification, graphs and backend give the same numbers.
 */
export interface ExperimentSpec {
  version: 1;
  /** Short, for file names and tables of results. */
  name: string;
  title: string;
  /** What it shows, or where its settings come from. */
  description: string;
  /** What all lines run on that name no graph of their own. */
  graph: GraphRef;
  lines: ExperimentLine[];
  /** Hops of the network, ascending. */
  depths: number[];
  /** Each draws the first weights, dropout and DropEdge. */
  seeds: number[];
  /** How the networks are trained; null leaves them untrained. What it leaves out takes its default. */
  task: ExperimentTask | null;
  /** What is measured of the last hop, of the untrained network and of the trained one. */
  measures: MeasureKey[];
  /** What the mean test accuracy has to be, for the command line to complain of. */
  expected: Expectation[];
}

/** A graph of the catalogue. */
export interface GraphRef {
  id: string;
  /** Sliders of a generated graph, by name. */
  parameters?: Record<string, number>;
}

export interface ExperimentLine {
  /** As in the legend; no two are called the same. */
  name: string;
  /** Without `hops` and `weights`, which depths and seeds say. */
  recipe: Partial<Omit<Recipe, 'hops' | 'weights'>>;
  graph?: GraphRef;
  /** What is different in training this line. */
  task?: ExperimentTask;
}

/** Without what seeds say, and what only a training that is looked at needs. */
export type ExperimentTask = Partial<Omit<TaskSpec, 'seed' | 'traceEvery' | 'baselines'>>;

export interface Expectation {
  line: string;
  depth: number;
  /** Shares. */
  atLeast?: number;
  atMost?: number;
}

/** One run that a specification asks for. */
export interface Job {
  line: ExperimentLine;
  depth: number;
  seed: number;
}

/** Every run, shallow ones first: what a picture shows early is then all its lines. */
export function jobsOf({ lines, depths, seeds }: ExperimentSpec): Job[] {
  return depths.flatMap((depth) => seeds.flatMap((seed) => lines.map((line) => ({ line, depth, seed }))));
}

export function countRuns({ lines, depths, seeds }: ExperimentSpec): number {
  return lines.length * depths.length * seeds.length;
}

export function graphOf({ graph }: ExperimentSpec, line: ExperimentLine): GraphRef {
  return line.graph ?? graph;
}

/** The task of a line, before defaults; null where the networks stay untrained. */
export function taskOf({ task }: ExperimentSpec, line: ExperimentLine, seed: number): Partial<TaskSpec> | null {
  return task && { ...task, ...line.task, seed, traceEvery: 0, baselines: false };
}

/** The recipe of a run, before defaults. */
export function recipeOf({ line, depth, seed }: Job): Partial<Recipe> {
  return { ...line.recipe, hops: depth, weights: { kind: 'random', seed, gain: 1 } };
}

/**
 * What the numbers of a run depend on besides its line's name, depth and seed: runs of one specification are good for any other
 * that has the same.
 */
export function fingerprint({ graph, lines, task, measures }: ExperimentSpec): string {
  return JSON.stringify({ graph, lines, task, measures });
}
