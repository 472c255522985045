import { type Columns, centreOf } from '../../charts/columns';
import { drawCurve, heightsOf, widthBreaks } from '../../charts/curve';
import { heightToY, type StyledCurve } from '../../charts/measure-curves';
import type { MeasureStyle } from '../../charts/measures';
import type { Trace } from '../../engine/protocol';

type Measured = Pick<Trace, 'measures' | 'widths'>;

/**
 * The curves of measures over the hops of a trace, and those of the traces it is compared with, as far as its hops go: each measure on
 * one scale for all of them.
 */
export function trackCurves(
  trace: Measured,
  others: readonly Measured[],
  measures: readonly MeasureStyle[],
  columns: Columns,
  height: number,
): { curves: StyledCurve[]; beside: StyledCurve[] } {
  const x = (hop: number) => centreOf(columns, hop);
  const y = (share: number) => heightToY(share, height);
  const curves: StyledCurve[] = [];
  const beside: StyledCurve[] = [];
  for (const measure of measures) {
    const valuesOf = ({ measures }: Measured) =>
      measures.slice(0, trace.measures.length).map((row) => row[measure.key] ?? null);
    const all = [trace, ...others].flatMap(valuesOf);
    const curveOf = (of: Measured): StyledCurve => {
      const broken = measure.ofEmbedding ? widthBreaks(of.widths) : new Set<number>();
      return { measure, curve: drawCurve(heightsOf(valuesOf(of), measure.unit, all), broken, x, y) };
    };
    curves.push(curveOf(trace));
    beside.push(...others.map(curveOf));
  }
  return { curves, beside };
}
