import type { Recipe } from '../../recipe/recipe';
import type { TaskSpec } from '../../recipe/task';
import type { MeasureKey } from '../measures/descriptors';

/**
 * Many runs, as plain JSON that the page and `npm run experiments` both read: each line of it at each depth from each seed, and
 * where there is a grid on the graph of each of its places.
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
  /** Hops of the network, ascending; one with a grid. */
  depths: number[];
  /** Two parameters of the graph that vary; null where none does. */
  grid: { x: GridAxis; y: GridAxis } | null;
  /** Each draws the first weights, dropout and DropEdge. */
  seeds: number[];
  /** How the networks are trained; null leaves them untrained. What it leaves out takes its default. */
  task: ExperimentTask | null;
  /** What is measured of the last hop, of the untrained network and of the trained one. */
  measures: MeasureKey[];
  /** Whose accuracy counts: that of the test nodes, or of those learned from where the question is what can be learned at all. */
  score: Score;
  /** What the mean accuracy has to be, for the command line to complain of. */
  expected: Expectation[];
  /** What others have published, to be drawn behind and set beside ours. */
  published: PublishedCurve[];
}

export type Score = 'test' | 'train';

/** A graph of the catalogue. */
export interface GraphRef {
  id: string;
  /** Sliders of a generated graph, by name. */
  parameters?: Record<string, number>;
  /** Those that go with the depth: each is the depth plus so much or, as a list, what it says for each of `depths` in turn. */
  byDepth?: Record<string, number | number[]>;
}

export interface GridAxis {
  /** A slider of the graph. */
  parameter: string;
  /** Ascending. */
  values: number[];
}

/** A place of the grid: the values of its two parameters, by name; empty without a grid. */
export type Place = Record<string, number>;

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

/** Mean accuracies of a line in the literature. */
export interface PublishedCurve {
  /** Which of ours it is the counterpart of. */
  line: string;
  /** Where it is printed. */
  source: string;
  /** By depth, ascending; shares. */
  points: { depth: number; value: number }[];
}

/** One run that a specification asks for. */
export interface Job {
  line: ExperimentLine;
  depth: number;
  seed: number;
  at: Place;
}

/** Every run, shallow ones first, seed by seed: what a picture shows early is then all its lines and places. */
export function jobsOf(spec: ExperimentSpec): Job[] {
  const { lines, depths, seeds } = spec;
  return depths.flatMap((depth) =>
    seeds.flatMap((seed) => placesOf(spec).flatMap((at) => lines.map((line) => ({ line, depth, seed, at })))),
  );
}

/** Row by row from the least y on; one empty place without a grid. */
export function placesOf({ grid }: Pick<ExperimentSpec, 'grid'>): Place[] {
  if (!grid) return [{}];
  const { x, y } = grid;
  return y.values.flatMap((up) => x.values.map((across) => ({ [x.parameter]: across, [y.parameter]: up })));
}

export function countRuns({ lines, depths, seeds, grid }: ExperimentSpec): number {
  return lines.length * depths.length * seeds.length * (grid ? grid.x.values.length * grid.y.values.length : 1);
}

/** The graph of a run, as the catalogue takes it. */
export function graphOf(
  { graph, depths }: ExperimentSpec,
  { line, depth, at }: Job,
): { id: string; parameters: Place } {
  const { id, parameters, byDepth = {} } = line.graph ?? graph;
  const deep = Object.entries(byDepth).map(([name, is]) => [
    name,
    typeof is === 'number' ? depth + is : is[depths.indexOf(depth)],
  ]);
  return { id, parameters: { ...parameters, ...Object.fromEntries(deep), ...at } };
}

/** Equal for runs on the same graph. */
export function graphKey(spec: ExperimentSpec, job: Job): string {
  return JSON.stringify(graphOf(spec, job));
}

/** The task of a line, before defaults; null where the networks stay untrained. */
export function taskOf({ task }: ExperimentSpec, line: ExperimentLine, seed: number): Partial<TaskSpec> | null {
  return task && { ...task, ...line.task, seed, traceEvery: 0, baselines: false };
}

/** The recipe of a run, before defaults. */
export function recipeOf({ line, depth, seed }: Job): Partial<Recipe> {
  return { ...line.recipe, hops: depth, weights: { kind: 'random', seed, gain: 1 } };
}

/** What has been published of a line at a depth; null where nothing has. */
export function publishedAt({ published }: ExperimentSpec, line: string, depth: number): number | null {
  const points = published.flatMap((curve) => (curve.line === line ? curve.points : []));
  return points.find((point) => point.depth === depth)?.value ?? null;
}

/**
 * What the numbers of a run depend on besides its line's name, depth and seed: runs of one specification are good for any other
 * that has the same.
 */
export function fingerprint({ graph, lines, task, measures, score }: ExperimentSpec): string {
  // Runs tell their training accuracy only where it counts.
  return JSON.stringify({ graph, lines, task, measures, ...(score === 'train' && { score }) });
}
