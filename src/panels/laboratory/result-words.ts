import { counted } from '../../charts/numbers';
import { isAccuracy, styleOf } from '../../charts/quantities';
import { meanOf } from '../../gnn/experiments/statistics';
import type { Experiment, ExperimentView, Quantity } from '../../store/state';
import { capital } from '../names';
import { signed, size } from './difference-words';
import { type Cell, cellsOf, labelOf, rankingOf, rankingsOf } from './figures';
import { gridWords } from './grid-words';

/** What the runs so far show, in sentences; every figure is computed from them. '' while there is nothing to say. */
export function resultWords(experiment: Experiment): string {
  const { against } = experiment.view;
  const words =
    against !== 'depth'
      ? rankWords(experiment, against)
      : experiment.spec.grid
        ? gridWords(experiment)
        : courseWords(experiment);
  return words.filter((sentence) => sentence !== '').join(' ');
}

/** From the least depth to the greatest, line by line; then which lines lie apart there by more than their seeds do. */
function courseWords(experiment: Experiment): string[] {
  const { of, when } = experiment.view;
  const { format } = styleOf(of);
  const cells = cellsOf(experiment, of, when);
  const courses = experiment.spec.lines.flatMap(({ name }) => {
    const own = cells.filter(({ line }) => line === name);
    const [first, last] = [own[0], own.at(-1)];
    return first && last && last !== first ? [{ name, first, last, best: bestOf(own) }] : [];
  });
  if (courses.length === 0) return [];
  const clauses = courses.map(({ name, first, last, best }) => {
    const peak = isAccuracy(of) && best !== first && best !== last ? `${format(best.mean)} at ${best.depth}, ` : '';
    return `${name} ${format(first.mean)} at depth ${first.depth}, ${peak}${format(last.mean)} at ${last.depth}`;
  });
  return [
    `${capital(titleOf(experiment.view))}: ${clauses.join('; ')}.`,
    apartWords(
      courses.map(({ last }) => last),
      of,
    ),
    publishedWords(cells, of),
  ];
}

/** How far from what has been published, on the whole and at most. */
function publishedWords(cells: readonly Cell[], of: Quantity): string {
  const gaps = cells.flatMap((cell) => (cell.published === null ? [] : [{ cell, by: cell.mean - cell.published }]));
  if (gaps.length === 0) return '';
  const widest = gaps.reduce((most, each) => (Math.abs(each.by) > Math.abs(most.by) ? each : most));
  const mean = meanOf(gaps.map(({ by }) => Math.abs(by)));
  const { line, depth } = widest.cell;
  return (
    `From the published figures ours are ${size(mean, of)} away on average, ` +
    `most at ${line}, depth ${depth}: ${signed(widest.by, of)}.`
  );
}

function bestOf(cells: readonly Cell[]): Cell {
  return cells.reduce((best, cell) => (cell.mean > best.mean ? cell : best));
}

/** Of the lines at their last depth, which is best beyond the spread of seeds. Said of accuracy alone: of it more is better. */
function apartWords(last: readonly Cell[], of: ExperimentView['of']): string {
  const depth = last[0]?.depth;
  if (!isAccuracy(of) || last.length < 2 || last.some((cell) => cell.depth !== depth || cell.runs.length < 2))
    return '';
  const [best, ...others] = [...last].sort((a, b) => b.mean - a.mean);
  const below = others.filter((cell) => cell.most < best.least);
  if (below.length === 0) return `At depth ${depth} no line is best beyond the spread over its seeds.`;
  const whom = below.length === others.length ? 'the others' : below.map(({ line }) => line).join(' and ');
  return `At depth ${depth} every seed of ${best.line} is above all seeds of ${whom}.`;
}

/** How strongly the two drawn go together, and which measures do most and least. */
function rankWords(experiment: Experiment, against: Exclude<ExperimentView['against'], 'depth'>): string[] {
  const { of, when } = experiment.view;
  const here = rankingOf(experiment, of, against, when);
  if (here.runs < 3) return [];
  const over = `Over ${counted(here.runs, 'run')}`;
  if (here.correlation === null) {
    return [`${over} ${labelOf(of)} or ${labelOf(against)} is always the same, so that they have no rank correlation.`];
  }
  const how = strength(here.correlation);
  const first = `${over} Spearman’s rank correlation of ${labelOf(of)} and ${labelOf(against)} is ρ = ${rho(here.correlation)}: ${how}.`;
  const known = rankingsOf(experiment, against, when).filter(({ correlation }) => correlation !== null);
  const [most, least] = [known[0], known.at(-1)];
  if (!most || !least || known.length < 3) return [first];
  const named = ({ quantity, correlation }: typeof most) => `${labelOf(quantity)} (${rho(correlation ?? 0)})`;
  return [first, `Of the measures ${named(most)} tells most of ${labelOf(against)}, ${named(least)} least.`];
}

/** In words: from 0.7 on strong, from 0.4 on moderate, below 0.2 next to none. */
function strength(correlation: number): string {
  const size = Math.abs(correlation);
  if (size < 0.2) return 'the one says next to nothing of the other';
  const way =
    correlation > 0 ? 'the more of the one, the more of the other' : 'the more of the one, the less of the other';
  return `${size >= 0.7 ? 'mostly' : size >= 0.4 ? 'often' : 'weakly'}, ${way}`;
}

export function rho(correlation: number): string {
  return correlation.toFixed(2).replace('-', '\u2212');
}

/** What is drawn, in a few words. */
export function titleOf({ of, when }: ExperimentView): string {
  return isAccuracy(of) ? labelOf(of) : `${labelOf(of)} of the last hop, ${when}`;
}
