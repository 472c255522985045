import { formatNumber } from '../../charts/numbers';
import { meanOf } from '../../gnn/experiments/statistics';
import type { Experiment } from '../../store/state';
import { signed } from './difference-words';
import { cellsOf, labelOf } from './figures';
import { type Difference, differencesOf } from './grid-figures';
import { placeWords } from './run-name';

/** Where the first of two lines is above the second by most, where below, and from which x on it is above on average. */
export function gridWords({ spec, view, runs }: Experiment): string[] {
  const { grid, lines } = spec;
  const differences = differencesOf(spec, cellsOf({ spec, view, runs }, view.of, view.when));
  if (!grid || differences.length < grid.x.values.length * grid.y.values.length) return [];
  const [first, second] = lines.map(({ name }) => name);
  const sorted = [...differences].sort((a, b) => b.by - a.by);
  const said = ({ at, by }: Difference) => `${placeWords(at).join(' and ')} (${signed(by, view.of)})`;
  const [most, least] = [sorted[0], sorted[sorted.length - 1]];
  const above = `In ${labelOf(view.of)} ${first} is ${most.by > 0 ? 'furthest above' : 'nearest to'} ${second} at ${said(most)}`;
  return [
    `${above}${least.by < 0 ? `, and furthest below it at ${said(least)}` : ''}.`,
    crossingWords(differences, grid.x, `${first} is above ${second}`),
  ];
}

/** From which value of x on, averaged over y, the difference stays above 0. */
function crossingWords(
  differences: readonly Difference[],
  x: { parameter: string; values: number[] },
  above: string,
): string {
  const means = x.values.map((value) =>
    meanOf(differences.flatMap(({ at, by }) => (at[x.parameter] === value ? by : []))),
  );
  const from = means.findLastIndex((mean) => mean <= 0) + 1;
  if (from === means.length) return `At the highest ${x.parameter} it is not true that ${above} on average.`;
  if (from === 0) return `At every ${x.parameter} ${above} on average.`;
  return `From ${x.parameter} ${formatNumber(x.values[from])} on ${above} on average.`;
}
