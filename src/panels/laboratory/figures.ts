import { quantityOf, styleOf } from '../../charts/quantities';
import type { ExperimentRun } from '../../gnn/experiments/results';
import { meanAndDeviation, rankCorrelation } from '../../gnn/experiments/statistics';
import type { Experiment, ExperimentView, Quantity } from '../../store/state';

/** What the runs of an experiment come to, for the chart, the table and the sentence alike. */

/** A line at a depth: all its seeds so far. */
export interface Cell {
  line: string;
  depth: number;
  runs: readonly ExperimentRun[];
  mean: number;
  /** Population's. */
  deviation: number;
  least: number;
  most: number;
}

/** Every line at every depth that has a value. */
export function cellsOf({ spec, runs }: Experiment, quantity: Quantity, when: ExperimentView['when']): Cell[] {
  return spec.lines.flatMap(({ name }) =>
    spec.depths.flatMap((depth): Cell[] => {
      const there = runs.filter((run) => run.line === name && run.depth === depth);
      const values = there.flatMap((run) => quantityOf(run, quantity, when) ?? []);
      if (values.length === 0) return [];
      const figures = { ...meanAndDeviation(values), least: Math.min(...values), most: Math.max(...values) };
      return [{ line: name, depth, runs: there, ...figures }];
    }),
  );
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

/** What can be drawn: test accuracy where there is training, and the measures. */
export function quantitiesOf({ spec }: Experiment): Quantity[] {
  return [...(spec.task ? (['test'] as const) : []), ...spec.measures];
}

export const labelOf = (quantity: Quantity) => styleOf(quantity).label;
