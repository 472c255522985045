import { amountAxis, countAxis } from '../../charts/axis';
import { formatNumber } from '../../charts/numbers';
import { RunChart } from '../../charts/run-chart';
import type { Series } from '../../charts/series';
import { useTheme } from '../../charts/use-theme';
import { classColour } from '../../encoding/class-colour';
import { css } from '../../encoding/oklab';
import type { LinearEnergies, Trace } from '../../engine/protocol';
import { actions } from '../../store/actions';
import { onScreen } from './spectrum-words';

interface SpectrumChartProps {
  energies: LinearEnergies;
  trace: Trace;
}

/** Energy over hops: predicted as a line with its asymptote, measured as points; a point goes to its hop. */
export function SpectrumChart({ energies, trace }: SpectrumChartProps) {
  const theme = useTheme();
  const { energies: predicted, measured, asymptote, slowest } = energies;
  const course = (values: readonly (number | null)[]) =>
    values.flatMap((value, x) => (value === null ? [] : [{ x, mean: value, least: value, most: value }]));
  const points = (name: string, values: readonly (number | null)[]) =>
    values.flatMap((value, hop) =>
      value === null
        ? []
        : [{ id: `${name} ${hop}`, x: hop, y: value, words: `${name}, hop ${hop}: energy ${formatNumber(value)}` }],
    );
  const shown = onScreen(trace);
  const lines: Omit<Series, 'colour'>[] = [
    {
      name: 'predicted',
      dash: '',
      points: [],
      course: course(predicted),
      behind: asymptote && {
        words: `asymptote, \u03bb\u00b2\u1d4f with \u03bb = ${formatNumber(slowest, 4)}`,
        points: asymptote.map((y, x) => ({ x, y })),
      },
    },
    { name: 'S\u1d4fX, measured', dash: '2 3', points: points('S\u1d4fX', measured), course: [], behind: null },
    { name: 'on screen', dash: '6 3', points: points('On screen', shown), course: course(shown), behind: null },
  ];
  const all = [...predicted, ...measured, ...shown, ...(asymptote ?? [])].filter((value) => value !== null);
  const y = amountAxis(all);
  return (
    <RunChart
      control="lab-spectrum-chart"
      series={lines.map((line, i) => ({ ...line, colour: css(classColour(i, theme)) }))}
      x={{ ...countAxis(predicted.length - 1), name: 'Hop' }}
      y={{ ...y, name: `Normalised Dirichlet energy${y.logarithmic ? ' (log scale)' : ''}` }}
      hint="Every mark is a hop: press one to go there."
      onOpen={(id) => actions.goToHop(Number(id.split(' ').at(-1)))}
    />
  );
}
