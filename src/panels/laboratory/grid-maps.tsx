import { type HeatCell, HeatMap } from '../../charts/heat-map';
import { isAccuracy, styleOf } from '../../charts/quantities';
import { useTheme } from '../../charts/use-theme';
import { divergingCss } from '../../encoding/diverging';
import { css } from '../../encoding/oklab';
import { scaleColour } from '../../encoding/sequential';
import { runKey } from '../../gnn/experiments/results';
import type { ExperimentSpec, Place } from '../../gnn/experiments/specification';
import type { Experiment } from '../../store/state';
import { capital } from '../names';
import { signed } from './difference-words';
import { type Cell, cellsOf, labelOf } from './figures';
import { type Difference, differencesOf } from './grid-figures';
import { placeWords } from './run-name';

interface GridMapsProps {
  experiment: Experiment;
  grid: NonNullable<ExperimentSpec['grid']>;
  onOpen: (id: string) => void;
}

/** A map a line, on one scale, and where there are two lines their difference. A cell opens its first seed. */
export function GridMaps({ experiment, grid, onOpen }: GridMapsProps) {
  const theme = useTheme();
  const { spec, view } = experiment;
  const { format } = styleOf(view.of);
  const cells = cellsOf(experiment, view.of, view.when);
  const differences = differencesOf(spec, cells);
  const [x, y] = [grid.x, grid.y].map(({ parameter, values }) => ({ name: capital(parameter), values }));
  const place = (at: Place) => ({ x: at[grid.x.parameter], y: at[grid.y.parameter] });
  const means = cells.map(({ mean }) => mean);
  const ends = isAccuracy(view.of) ? ([0, 1] as const) : ([Math.min(...means), Math.max(...means)] as const);
  const share = (value: number) => (ends[1] > ends[0] ? (value - ends[0]) / (ends[1] - ends[0]) : 0.5);
  const widest = Math.max(...differences.map(({ by }) => Math.abs(by)), Number.MIN_VALUE);
  const cellOf = (cell: Cell): HeatCell => ({
    ...place(cell.at),
    value: cell.mean,
    words: `${[cell.line, ...placeWords(cell.at)].join(', ')}: ${labelOf(view.of)} ${format(cell.mean)}`,
  });
  const differenceOf = ({ at, by, first, second }: Difference): HeatCell => ({
    ...place(at),
    value: by,
    words: `${placeWords(at).join(', ')}: ${first.line} ${format(first.mean)}, ${second.line} ${format(second.mean)}`,
  });
  const open = (line: string) => (at: HeatCell) => {
    const cell = cells.find((each) => each.line === line && place(each.at).x === at.x && place(each.at).y === at.y);
    if (cell) onOpen(runKey(cell.runs[0]));
  };
  return (
    <div className="heat-maps" data-control="lab-chart">
      {spec.lines.map(({ name }, i) => (
        <HeatMap
          key={name}
          control={`lab-map-${i + 1}`}
          title={name}
          {...{ x, y, format, ends }}
          cells={cells.filter(({ line }) => line === name).map(cellOf)}
          colour={(value) => css(scaleColour(share(value), theme))}
          onOpen={open(name)}
        />
      ))}
      {spec.lines.length === 2 && (
        <HeatMap
          control="lab-map-difference"
          title={`${spec.lines[0].name} \u2212 ${spec.lines[1].name}`}
          {...{ x, y }}
          cells={differences.map(differenceOf)}
          colour={(value) => divergingCss(value / widest, theme)}
          ends={[-widest, widest]}
          format={(value) => signed(value, view.of)}
        />
      )}
    </div>
  );
}
