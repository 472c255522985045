import { useMemo } from 'react';
import { doublingAxis } from '../../charts/axis';
import { isAccuracy, quantityOf, styleOf } from '../../charts/quantities';
import { RunChart } from '../../charts/run-chart';
import type { RunPoint, Series } from '../../charts/series';
import { useTheme } from '../../charts/use-theme';
import { classColour } from '../../encoding/class-colour';
import { css } from '../../encoding/oklab';
import { type ExperimentRun, runKey } from '../../gnn/experiments/results';
import type { ExperimentSpec } from '../../gnn/experiments/specification';
import type { Experiment } from '../../store/state';
import { capital } from '../names';
import { cellsOf, labelOf } from './figures';
import { runName } from './run-name';

interface ExperimentChartProps {
  experiment: Experiment;
  onOpen: (id: string) => void;
}

/** Solid first; the marks tell them apart as well. */
const DASHES = ['', '6 3', '2 3', '8 3 2 3', '1 3', '10 4', '4 2 1 2', '3 6'];

/** The runs so far by what is chosen: over depth with mean and spread, or one quantity against another. */
export function ExperimentChart({ experiment, onOpen }: ExperimentChartProps) {
  const theme = useTheme();
  const drawn = useMemo(() => drawingOf(experiment), [experiment]);
  const { view, spec } = experiment;
  const series = drawn.series.map((each, i) => ({ ...each, colour: css(classColour(i, theme)) }));
  const opened = spec.task && view.when === 'trained' ? 'press one to train it again' : 'press one to open it';
  const hint = drawn.points === 0 ? 'Runs appear here as they are made.' : `Every mark is a run: ${opened}.`;
  return <RunChart control="lab-chart" {...drawn} series={series} hint={hint} onOpen={onOpen} />;
}

function drawingOf(experiment: Experiment) {
  const { spec, runs, view } = experiment;
  const { of, against, when } = view;
  const [up, across] = [styleOf(of), against === 'depth' ? null : styleOf(against)];
  const valueAcross = (run: ExperimentRun) => (against === 'depth' ? run.depth : quantityOf(run, against, when));
  const cells = against === 'depth' ? cellsOf(experiment, of, when) : [];
  const series = spec.lines.map(
    ({ name }, i): Omit<Series, 'colour'> => ({
      name,
      dash: DASHES[i % DASHES.length],
      points: runs.flatMap((run): RunPoint[] => {
        const [x, y] = [valueAcross(run), quantityOf(run, of, when)];
        if (run.line !== name || x === null || y === null) return [];
        const beside = across ? `${across.label} ${across.format(x)}, ` : '';
        return [{ id: runKey(run), x, y, words: `${runName(run)}: ${beside}${up.label} ${up.format(y)}` }];
      }),
      course: cells.filter(({ line }) => line === name).map((cell) => ({ ...cell, x: cell.depth })),
      behind: against === 'depth' && of === spec.score ? publishedOf(spec, name) : null,
    }),
  );
  const all = series.flatMap(({ points }) => points);
  const depths = [...spec.depths, ...series.flatMap(({ behind }) => behind?.points.map((point) => point.x) ?? [])];
  const x = across ? across.axis(all.map((point) => point.x)) : doublingAxis(depths);
  const y = up.axis(all.map((point) => point.y));
  const measured = when === 'trained' || isAccuracy(of) ? '' : ', untrained';
  return {
    series,
    points: all.length,
    x: { ...x, name: across ? axisName(labelOf(across.key), x.logarithmic) : 'Depth, in hops' },
    y: { ...y, name: axisName(`${up.label}${measured}`, y.logarithmic) },
  };
}

function publishedOf({ published }: ExperimentSpec, line: string): Series['behind'] {
  const curve = published.find((each) => each.line === line);
  return curve
    ? { words: `published: ${curve.source}`, points: curve.points.map(({ depth, value }) => ({ x: depth, y: value })) }
    : null;
}

function axisName(label: string, logarithmic: boolean): string {
  return `${capital(label)}${logarithmic ? ' (log scale)' : ''}`;
}
