import { quantityOf, styleOf } from '../../charts/quantities';
import { type ExperimentRun, runKey } from '../../gnn/experiments/results';
import { type Place, placesOf, publishedAt } from '../../gnn/experiments/specification';
import { meanAndDeviation, rankCorrelation } from '../../gnn/experiments/statistics';
import type { Experiment, ExperimentView, Quantity } from '../../store/state';

/** What the runs of an experiment come to, for the chart, the table and the sentence alike. */

/** A line at a depth, and at a place of the grid where there is one: all its seeds so far. */
export interface Cell {
  line: string;
  depth: number;
  at: Place;
  runs: readonly ExperimentRun[];
  mean: number;
  /** Population's. */
  deviation: number;
  least: number;
  most: number;
  /** What the literature has of it; null for nothing. */
  published: number | null;
}

/** Every line at every depth and place that has a value. */
export function cellsOf({ spec, runs }: Experiment, quantity: Quantity, when: ExperimentView['when']): Cell[] {
  const groups = new Map<string, ExperimentRun[]>();
  const keyOf = (line: string, depth: number, at: Place) => runKey({ line, depth, seed: 0, at });
  for (const run of runs) {
    const key = keyOf(run.line, run.depth, run.at ?? {});
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  const wanted = spec.lines.flatMap(({ name }) =>
    spec.depths.flatMap((depth) => placesOf(spec).map((at) => ({ line: name, depth, at }))),
  );
  return wanted.flatMap(({ line, depth, at }): Cell[] => {
    const there = groups.get(keyOf(line, depth, at)) ?? [];
    const values = there.flatMap((run) => quantityOf(run, quantity, when) ?? []);
    if (values.length === 0) return [];
    const figures = { ...meanAndDeviation(values), least: Math.min(...values), most: Math.max(...values) };
    const published = quantity === spec.score ? publishedAt(spec, line, depth) : null;
    return [{ line, depth, at, runs: there, ...figures, published }];
  });
}

/** How a quantity ranks with another over all runs that have both. */
export interface Ranking {
  quantity: Quantity;
  /** Spearman's ρ; null where one of them is the same in every run. */
  correlation: number | null;
  /** Runs that have both. */
  runs: number;
}

/** How each measure ranks with another quantity, the strongest first. */
export function rankingsOf(experiment: Experiment, against: Quantity, when: ExperimentView['when']): Ranking[] {
  const quantities = experiment.spec.measures.filter((measure) => measure !== against);
  return quantities
    .map((quantity) => rankingOf(experiment, quantity, against, when))
    .sort((a, b) => Math.abs(b.correlation ?? 0) - Math.abs(a.correlation ?? 0));
}

export function rankingOf(
  { runs }: Experiment,
  quantity: Quantity,
  against: Quantity,
  when: ExperimentView['when'],
): Ranking {
  const pairs = runs.flatMap((run) => {
    const [a, b] = [quantityOf(run, quantity, when), quantityOf(run, against, when)];
    return a === null || b === null ? [] : [[a, b] as const];
  });
  const correlation = rankCorrelation(
    pairs.map(([a]) => a),
    pairs.map(([, b]) => b),
  );
  return { quantity, correlation, runs: pairs.length };
}

/** What can be drawn: accuracy where there is training, and the measures. */
export function quantitiesOf({ spec }: Experiment): Quantity[] {
  return [...(spec.task ? [spec.score] : []), ...spec.measures];
}

export const labelOf = (quantity: Quantity) => styleOf(quantity).label;
