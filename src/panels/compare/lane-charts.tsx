import { useMemo } from 'react';
import { amountAxis, shareAxis } from '../../charts/axis';
import { widthBreaks } from '../../charts/curve';
import { LineChart } from '../../charts/line-chart';
import { MEASURE_STYLES, type MeasureStyle } from '../../charts/measures';
import { inputStandsApart } from '../../encoding/drawn-projections';
import { actions } from '../../store/actions';
import { useStore } from '../../store/store';
import { shownMeasures } from '../../store/view';
import { Tooltip } from '../../ui/tooltip';
import type { ShownLane } from './use-lanes';

/** Each measure that the timeline shows, a line a lane over its hops, all lanes on one scale. */
export function LaneCharts({ lanes, hop }: { lanes: readonly ShownLane[]; hop: number }) {
  const shown = useStore((state) => shownMeasures(state.view));
  const charts = useMemo(() => {
    const measures = MEASURE_STYLES.filter(({ key }) => shown.includes(key));
    return measures.map((measure) => {
      const lines = lanes.map((lane) => lineOf(lane, measure));
      const values = lines.flatMap((line) => line.values.filter((value) => value !== null));
      return { measure, lines, scale: measure.unit === 'share' ? shareAxis() : amountAxis(values) };
    });
  }, [lanes, shown]);
  const last = Math.max(...lanes.map(({ trace, recipe }) => trace?.hops ?? recipe.hops));
  return (
    <>
      {charts.map(({ measure, lines, scale }) => (
        <LineChart
          key={measure.key}
          title={
            <Tooltip control={`lanes-${measure.key}`} text={`${measure.glossary} Here: ${measure.normalisation}.`}>
              {measure.label}
            </Tooltip>
          }
          {...{ lines, last, scale, unit: 'hop', marked: null, shown: hop, onPick: actions.goToHop }}
          format={measure.format}
        />
      ))}
      {lanes.some(({ trace }) => trace && inputStandsApart(trace)) && (
        <p className="field-hint">
          Where the input has other columns than the hops after it, its figures are left out.
        </p>
      )}
    </>
  );
}

function lineOf({ title, colour, dash, trace }: ShownLane, { key, ofEmbedding }: MeasureStyle) {
  const values = trace?.measures.map((row) => row[key] ?? null) ?? [];
  if (!trace || !ofEmbedding) return { name: title, colour, dash, values };
  const [input, ...others] = values;
  return {
    ...{ name: title, colour, dash, brokenAt: widthBreaks(trace.widths) },
    values: [inputStandsApart(trace) ? null : input, ...others],
  };
}
